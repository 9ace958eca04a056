//! Texts of your own: an emoji in the table, and what to do about each error below it.
//!
//! `meta(emoji = "…")` on the type holds for every variant, a variant's own wins; templates name it `meta.emoji`. Every
//! `# Heading` in a doc comment is a section, here a cause and a solution.
//!
//! ```text
//! cargo run -p errbook-examples --bin emoji_table
//! ```

use std::error::Error;

use errbook::{ApiError, Book, Reply};
use errbook_docgen::{Align, Column, Table};

/// What the payments API answers when it does not do what was asked.
#[derive(Debug, ApiError)]
#[api(display, meta(emoji = "❌"))]
enum PaymentError {
    /// We could not read the request.
    ///
    /// # Cause
    /// The body is not valid JSON, or a required member is missing.
    ///
    /// # Solution
    /// Compare what you sent with the reference, member by member.
    #[api(status = 400, code = "bad_request", message = "`{member}` is missing")]
    BadRequest {
        /// The member that we need.
        #[api(detail)]
        member: &'static str,
    },

    /// We do not know the key.
    ///
    /// # Cause
    /// The key was revoked, or belongs to the other environment.
    ///
    /// # Solution
    /// Take a live key for live payments and a test key for the sandbox.
    #[api(status = 401, code = "unauthenticated", title = "Unauthenticated")]
    #[api(header("WWW-Authenticate" = "Bearer"))]
    Unauthenticated,

    /// Nothing is at this address.
    ///
    /// # Cause
    /// The path has a typing error, or the payment was made by another account.
    ///
    /// # Solution
    /// List your payments and follow the links from there.
    #[api(status = 404, code = "not_found")]
    NotFound,

    /// The fault is ours.
    ///
    /// # Cause
    /// One of our services did not do its part.
    ///
    /// # Solution
    /// Send the request again in a minute; write to us when that does not help.
    #[api(status = 500, code = "internal", meta(emoji = "🔥"), retryable)]
    Internal,
}

/// The whole API.
static BOOK: Book = Book::new("Payments API", &[PaymentError::CATALOG]);

fn main() -> Result<(), Box<dyn Error>> {
    println!("# {}\n\n## Statuses\n", BOOK.name());
    let status = Column::new("Status Code", "{{ status }} - {{ meta.emoji }} {{ title }}");
    let description = Column::new("Description", "{{ description }}");
    let table = Table::new()
        .column(status.align(Align::Left))
        .column(description.align(Align::Left))
        .row_above(["200 - ✅ Success", "The payment is made, or its data is in the body."]);
    println!("{}", table.markdown(&BOOK)?);

    println!("## Replies\n\n```json");
    for error in [
        PaymentError::BadRequest { member: "currency" },
        PaymentError::Unauthenticated,
        PaymentError::NotFound,
        PaymentError::Internal,
    ] {
        println!("{}", Reply::new(&error));
    }
    println!("```\n\n## Troubleshooting");

    for entry in BOOK.entries() {
        println!("\n### {} - {}\n", entry.status().as_u16(), entry.title());
        for section in entry.sections() {
            println!("- **{}**: {}", section.heading(), section.text());
        }
    }
    Ok(())
}
