//! Titles: short names of your own where the phrase of the status says too little.
//!
//! A `title` is the same for every instance, so it fits a column of the table. It falls back to the reason phrase registered
//! with IANA for the status. Text that differs between instances belongs into the `message`.
//!
//! ```text
//! cargo run -p errbook-examples --bin result_column
//! ```

use std::error::Error;
use std::time::Duration;

use errbook::{ApiError, Book, Reply};
use errbook_docgen::Table;

/// What the places API answers when it has no result.
#[derive(Debug, ApiError)]
#[api(display)]
enum PlaceError {
    /// The request lacks a parameter, or one of them makes no sense.
    ///
    /// # Solution
    /// The details name the parameter: correct it and send the request again.
    #[api(status = 400, code = "ValidationInputParamsError")]
    #[api(title = "Parameter missing", message = "parameter `{parameter}` is missing")]
    ParameterMissing {
        /// What the request lacks.
        #[api(detail)]
        parameter: &'static str,
    },

    /// The request came without a key that we know.
    ///
    /// # Solution
    /// Send the key of your account in `Authorization: Bearer …`.
    #[api(status = 401, code = "Unauthorized", header("WWW-Authenticate" = "Bearer"))]
    Unauthorized,

    /// Our data has no such place.
    ///
    /// # Solution
    /// Search for the place by its name; identifiers change when places are merged.
    #[api(status = 404, code = "NotFound", title = "Not found", message = "no place `{id}`")]
    NotFound {
        /// What the client asked for.
        id: &'static str,
    },

    /// Your plan allows no more requests at the moment.
    ///
    /// # Solution
    /// Wait as many seconds as the header `Retry-After` says.
    #[api(status = 429, code = "TooManyRequests", title = "Too many requests")]
    TooManyRequests {
        /// Until the limit is reset.
        #[api(retry_after)]
        wait: Duration,
    },

    /// We made a mistake, most likely one that passes.
    ///
    /// # Solution
    /// Try again later.
    #[api(status = 500, code = "ServerError", title = "Internal server error", retryable)]
    ServerError,
}

/// The whole API.
static BOOK: Book = Book::new("Places API", &[PlaceError::CATALOG]);

fn main() -> Result<(), Box<dyn Error>> {
    println!("# {}\n", BOOK.name());
    let table = Table::new()
        .column(("HTTP Response Code", "{{ status }}"))
        .column(("Result", "{{ title }}"))
        .column(("Code", "{{ code }}"))
        .column(("Message", "{{ description }}"))
        .row_above(["200", "Found", "", "The place is in the body."]);
    println!("{}", table.markdown(&BOOK)?);

    println!("## Replies\n\n```json");
    for error in [
        PlaceError::ParameterMissing { parameter: "lat" },
        PlaceError::Unauthorized,
        PlaceError::NotFound { id: "p-81" },
        PlaceError::TooManyRequests { wait: Duration::from_secs(30) },
        PlaceError::ServerError,
    ] {
        println!("{}", Reply::new(&error));
    }
    println!("```\n\n## What to do");

    for entry in BOOK.entries() {
        if let Some(solution) = entry.section("Solution") {
            println!("\n### {}\n\n{solution}", entry.title());
        }
    }
    Ok(())
}
