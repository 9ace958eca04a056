//! A body and its documentation: one constant makes every reply and the table of its members.
//!
//! A [`Body`] is written as the JSON that it makes, with a doc comment for each member. `"details"?` may be left out, the
//! other members are always there.
//!
//! ```text
//! cargo run -p errbook-examples --bin flat_envelope
//! ```

use std::error::Error;

use errbook::{ApiError, Body, Book, Reply};
use errbook_docgen::{Align, Column, Table};

/// What every error of the API looks like.
const ENVELOPE: Body = errbook::body!({
    /// Names the error. It never changes, so programs may rely on it.
    "code": code,
    /// Names the request. Support finds everything about it by this.
    "trace_id": trace_id,
    /// Says in English what went wrong. Only for people: the words may change.
    "message": message,
    /// What there is to know besides, depending on the code.
    "details"?: details,
});

/// What the ledger API answers when it does not answer with data.
#[derive(Debug, ApiError)]
#[api(display, body = ENVELOPE, rename_all = "snake_case")]
enum LedgerError {
    /// We do not understand what you ask for.
    ///
    /// # Solution
    /// Read `details.field` and `details.reason`, and correct that field.
    #[api(status = 400, message = "`{field}` is not valid: {reason}")]
    InvalidRequest {
        /// Where in the request.
        #[api(detail)]
        field: &'static str,
        /// What is wrong there.
        #[api(detail)]
        reason: &'static str,
    },

    /// We do not know your key.
    ///
    /// # Solution
    /// Exchange the key for a token first; it is the token that a request carries.
    #[api(status = 401, message = "the token is not valid", header("WWW-Authenticate" = "Bearer"))]
    InvalidToken,

    /// We know you, and you may not do this; or the `Origin` is not one that you registered.
    ///
    /// # Solution
    /// Add the origin to the key, or ask the owner of the ledger for access.
    #[api(status = 403, message = "`{origin}` is not an origin of this key")]
    OriginNotAllowed {
        /// Where the request came from.
        #[api(detail)]
        origin: &'static str,
    },

    /// There is nothing of that name.
    #[api(status = 404, message = "no block {block}")]
    NoBlock {
        /// Its number.
        #[api(detail)]
        block: u64,
    },

    /// The resource exists, and the verb is not one that it takes.
    #[api(status = 405, message = "blocks can only be read", header("Allow" = "GET, HEAD"))]
    ReadOnly,

    /// We made a mistake. It may have passed when you try again.
    #[api(status = 500, retryable)]
    Internal,

    /// We are changing something and will be back soon.
    ///
    /// # Cause
    /// A new version is being installed.
    ///
    /// # Solution
    /// Try again in some minutes; the status page says when it is over.
    #[api(status = 503, message = "closed for maintenance")]
    Maintenance,
}

/// The whole API.
static BOOK: Book = Book::new("Ledger API", &[LedgerError::CATALOG]);

fn main() -> Result<(), Box<dyn Error>> {
    println!("# {}\n\n## Statuses\n", BOOK.name());
    let errors = Table::new()
        .column(Column::new("Error Code", "{{ status }}").align(Align::Center))
        .column(("Meaning", "{{ title }} -- {{ description }}"));
    println!("{}", errors.markdown(&BOOK)?);

    println!("## Format\n\n```json");
    let error = LedgerError::InvalidRequest { field: "limit", reason: "above 1000" };
    println!("{}", serde_json::to_string_pretty(&Reply::new(&error).trace_id("9b1c07d2"))?);
    println!("```\n");

    let members = Table::new()
        .column(("Name", "`{{ name }}`"))
        .column(("Type", "`{{ type }}`"))
        .column(("Options", "{{ 'required' if required else 'optional' }}"))
        .column(("Description", "{{ description }}"));
    println!("{}", members.markdown(&ENVELOPE)?);

    println!("## Replies\n\n```json");
    for error in [
        error,
        LedgerError::InvalidToken,
        LedgerError::OriginNotAllowed { origin: "https://shop.example.com" },
        LedgerError::NoBlock { block: 81_000_000 },
        LedgerError::ReadOnly,
        LedgerError::Internal,
        LedgerError::Maintenance,
    ] {
        println!("{}", Reply::new(&error).trace_id("9b1c07d2"));
    }
    println!("```\n\n## Troubleshooting");

    for entry in BOOK.entries().filter(|entry| entry.sections().next().is_some()) {
        println!("\n### `{}`\n", entry.code());
        for section in entry.sections() {
            println!("- {}: {}", section.heading(), section.text());
        }
    }
    Ok(())
}
