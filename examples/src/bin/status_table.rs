//! The smallest page: a table of statuses, and a body that is nothing but a message.
//!
//! Errors of one endpoint and errors of every endpoint are two types. The table lists the first, the sections below it
//! cover the second: a [`Book`] is any list of catalogs, so each part of the page has its own.
//!
//! ```text
//! cargo run -p errbook-examples --bin status_table
//! ```

use std::error::Error;

use errbook::{ApiError, Book, Reply};
use errbook_docgen::Table;

/// Why a report cannot be saved or run.
#[derive(Debug, ApiError)]
#[api(display, body = errbook::body::MESSAGE, rename_all = "snake_case")]
enum ReportError {
    /// The request cannot be understood
    #[api(status = 400, message = "`{field}` is missing or has the wrong type")]
    InvalidRequest {
        /// The member of the request that is wrong.
        field: &'static str,
    },

    /// The plan has no room for another private report
    #[api(status = 402, message = "all private reports of the plan are used")]
    PlanExhausted,

    /// Another team owns the report, and only its members may change it
    #[api(status = 403, message = "only the owning team may change this report")]
    NotOwner,

    /// There is no such report, or it is private and not yours
    #[api(status = 404, message = "no report {id}")]
    NoReport {
        /// What the client asked for.
        id: u32,
    },

    /// Someone else saved the report first (reserved: no endpoint compares versions yet)
    #[api(status = 409, message = "the report has changed since you read it")]
    EditConflict,
}

/// What every endpoint may answer, whatever it does.
#[derive(Debug, ApiError)]
#[api(display, body = errbook::body::MESSAGE, rename_all = "snake_case")]
enum CommonError {
    /// Nobody is known by the key that came with the request.
    ///
    /// # Checks
    /// - Send the key as a header, not in the address and not in the body.
    /// - Copy it again from your settings; a blank at its end counts as part of it.
    #[api(status = 401, title = "Unknown API key")]
    UnknownKey,

    /// The request was fine, and we failed.
    ///
    /// # Checks
    /// - Reading a report? Look up its `report_id` once more.
    /// - Fetching a result? Use the `run_id` that starting the run gave you.
    #[api(status = 500, title = "Internal failure")]
    Internal,
}

/// The errors of the table.
static REPORTS: Book = Book::new("Reports API", &[ReportError::CATALOG]);

/// The errors that have a section each.
static COMMON: Book = Book::new("Every endpoint", &[CommonError::CATALOG]);

fn main() -> Result<(), Box<dyn Error>> {
    println!("# Errors of the {}\n", REPORTS.name());
    let table =
        Table::new().column(("Status", "`{{ status }}`")).column(("Description", "{{ description }}"));
    println!("{}", table.markdown(&REPORTS)?);

    println!("Each of them comes with one sentence for the reader:\n");
    println!("```json");
    for error in [
        ReportError::InvalidRequest { field: "name" },
        ReportError::PlanExhausted,
        ReportError::NotOwner,
        ReportError::NoReport { id: 7 },
        ReportError::EditConflict,
    ] {
        println!("{}", Reply::new(&error));
    }
    println!("```");

    println!("\n# {}", COMMON.name());
    for error in [CommonError::UnknownKey, CommonError::Internal] {
        let entry = error.entry();
        println!("\n## {}\n\n{}\n", entry.title(), entry.description());
        println!("```json\n{}\n```", Reply::new(&error));
        for section in entry.sections() {
            println!("\n### {}\n\n{}", section.heading(), section.text());
        }
    }
    Ok(())
}
