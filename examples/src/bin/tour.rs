//! The tour: everything that one enum generates.
//!
//! The HTTP response of each error, one error in each shipped format, and the table for the documentation.
//!
//! ```text
//! cargo run -p errbook-examples
//! ```

use std::io;
use std::time::Duration;

use errbook::{ApiError, Body, Reply, body};
use errbook_docgen::Table;
use orders::{AuthError, BOOK, OrderError};

/// The shipped formats.
const FORMATS: [(&str, &Body); 9] = [
    ("FLAT", &body::FLAT),
    ("MESSAGE", &body::MESSAGE),
    ("NESTED", &body::NESTED),
    ("PROBLEM", &body::PROBLEM),
    ("JSON_API", &body::JSON_API),
    ("GOOGLE", &body::GOOGLE),
    ("ODATA", &body::ODATA),
    ("GRAPHQL", &body::GRAPHQL),
    ("JSON_RPC", &body::JSON_RPC),
];

fn main() -> Result<(), errbook_docgen::Error> {
    let invalid = OrderError::InvalidParameter { param: "limit".to_owned() };
    let limited = OrderError::RateLimited { wait: Duration::from_secs(30) };
    let expired = OrderError::Auth(AuthError::Expired);
    let failed = OrderError::Database(io::Error::other("postgres://orders:hunter2@10.0.0.7 is gone"));

    println!("# Replies");
    for error in [&invalid, &limited, &expired, &failed] {
        println!("\n## {}\n", error.code());
        print_http(&Reply::new(error).trace_id("4bf92f35"));
    }

    println!("\n# Formats");
    for (name, format) in FORMATS {
        println!("\n## {name}\n");
        // JSON:API names the parameter, and JSON-RPC repeats the `id` of the request; other formats have no place for them.
        let reply = Reply::new(&invalid).body(format).extra("parameter", "limit").extra("id", 1);
        print_http(&reply.instance("/orders?limit=x"));
    }

    println!("\n# Documentation\n");
    let table = Table::new()
        .column(("Status", "{{ status }} {{ title }}"))
        .column(("Code", "`{{ code }}`"))
        .column(("Meaning", "{{ description }}"))
        .column(("What to do", "{{ sections.Solution }}"))
        .row_above(["200 OK", "", "The order is in the body.", ""]);
    print!("{}", table.markdown(&BOOK)?);
    Ok(())
}

/// Prints the HTTP response of a reply.
fn print_http(reply: &Reply<'_>) {
    let response = reply.to_response();
    println!("```http\nHTTP/1.1 {}", response.status());
    for (name, value) in response.headers() {
        println!("{name}: {}", String::from_utf8_lossy(value.as_bytes()));
    }
    println!("\n{}\n```", String::from_utf8_lossy(response.body()));
}
