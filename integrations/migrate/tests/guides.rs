//! The guides show the files of this crate. `ERRBOOK=update cargo test -p errbook-migrate` writes them again.

use std::fs;

use errbook_docgen::{Block, Docs, Error, RenderContext};
use errbook_migrate::into_response::after::BOOK;

const FILES: [&str; 7] = [
    "into_response/before",
    "into_response/after",
    "problem/with_problem_details",
    "problem/with_http_api_problem",
    "problem/after",
    "response_error/before",
    "response_error/after",
];

#[test]
fn guides() {
    let mut docs = Docs::new(&BOOK, concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    for file in FILES {
        docs = docs.block(file, Code::read(file));
    }
    for guide in ["thiserror", "problem-details", "actix"] {
        docs = docs.inject(format!("docs/migrate/{guide}.md"));
    }
    docs.check();
}

/// A file without the comment that it opens with.
struct Code(String);

impl Code {
    fn read(file: &str) -> Self {
        let text = fs::read_to_string(format!("{}/src/{file}.rs", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let code = text.split_once("\n\n").map_or(text.as_str(), |(_, code)| code);
        Self(format!("```rust\n{}\n```\n", code.trim()))
    }
}

impl Block for Code {
    fn render_with(&self, _: &RenderContext<'_>) -> Result<String, Error> {
        Ok(self.0.clone())
    }
}
