//! A gateway passes on a code, and names of details, that it knows only at runtime.

use std::fmt;

use errbook::{ApiError, DetailVisitor, Entry, Reply, body};

#[derive(Debug)]
struct Upstream {
    code: String,
    details: Vec<(String, u8)>,
}

impl fmt::Display for Upstream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "upstream answered {}", self.code)
    }
}

impl std::error::Error for Upstream {}

impl ApiError for Upstream {
    fn entry(&self) -> &'static Entry {
        static ENTRY: Entry = Entry::new(424, "Upstream");
        &ENTRY
    }
    fn code(&self) -> &str {
        &self.code
    }
    fn details(&self, visitor: &mut DetailVisitor<'_>) {
        for (name, value) in &self.details {
            visitor.add(name, value);
        }
    }
}

fn upstream(code: &str) -> Upstream {
    Upstream { code: code.to_owned(), details: vec![(format!("left_{code}"), 7)] }
}

#[test]
fn in_every_reply() {
    for code in ["A", "B"] {
        let json = format!(
            r#"{{"code":"{code}","message":"upstream answered {code}","details":{{"left_{code}":7}}}}"#
        );
        assert_eq!(Reply::new(&upstream(code)).to_string(), json);
        assert_eq!(serde_json::to_string(&Reply::new(&upstream(code))).unwrap(), json);
    }
}

#[test]
fn spread_too() {
    let json = Reply::new(&upstream("A")).body(&body::GRAPHQL).to_string();
    assert_eq!(
        json,
        r#"{"errors":[{"message":"upstream answered A","extensions":{"code":"A","left_A":7}}]}"#
    );
}

#[test]
fn behind_a_derived_error() {
    #[derive(Debug, ApiError)]
    #[api(display)]
    enum Gateway {
        #[api(transparent)]
        Upstream(Box<dyn ApiError>),
    }
    let error = Gateway::Upstream(Box::new(upstream("A")));
    assert_eq!(error.code(), "A");
    assert!(Reply::new(&error).to_string().starts_with(r#"{"code":"A""#));
}
