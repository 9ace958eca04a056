//! The pages that the tests in a browser open.

mod books;

use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use errbook_contract::{Endpoints, Lock};
use errbook_docgen::{Block as _, Format, HtmlPage, RenderContext};

pub use crate::books::{COUNT, many, small};

/// The page of the orders API, with everything that a page may have.
fn orders() -> String {
    let retired = "
[retired.OVERLOADED]
retired = true
status = 503
description = 'The service was busy.'

[retired.TOKEN_INVALID]
retired = '2.0.0'
replaced-by = 'TOKEN_EXPIRED'
why = 'One error for each token that is *not* accepted.'
status = 401
title = 'Token invalid'
since = '1.0.0'
";
    let endpoints = Endpoints::new()
        .with_endpoint("GET /orders/{id}", ["INVALID_PARAMETER", "TOKEN_EXPIRED"])
        .with_endpoint("PUT /orders/{id}", ["INVALID_PARAMETER"]);
    let lock = Lock::parse(Lock::of(&orders::BOOK).to_string() + retired).expect("a valid lock");
    let lock = lock.with_endpoints(endpoints);
    let context = RenderContext::new(Format::Html, &orders::BOOK).with_lock(&lock);
    HtmlPage::new().render_with(&context).expect("a page of HTML")
}

/// Writes all pages into a folder, and says how long the large one takes.
///
/// # Errors
///
/// If a file cannot be written.
pub fn write(folder: &Path) -> io::Result<Duration> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("orders.html"), orders())?;
    fs::write(folder.join("policy.txt"), HtmlPage::new().content_security_policy())?;
    fs::write(folder.join("small.html"), HtmlPage::new().html(small()))?;
    let branded = HtmlPage::new().language("he").header("<a href=\"/\">Orders & more</a>").style(
        ":root { --accent: light-dark(#06603a, #6fd3a0) }\n.brand::after { content: \"</style><script>\" }",
    );
    fs::write(folder.join("branded.html"), branded.html(small()))?;
    let many = many();
    let begin = Instant::now();
    let page = HtmlPage::new().html(many);
    let time = begin.elapsed();
    fs::write(folder.join("many.html"), page)?;
    Ok(time)
}
