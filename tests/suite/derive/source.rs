//! `source` under `display`: what `Error::source` returns, for every kind of pointer and for `Option`.
#![allow(dead_code, reason = "a field may stay beside the source")]

use std::error::Error;
use std::sync::Arc;

use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 500, rename_all = "PascalCase")]
enum Sourced {
    Plain(#[api(source)] std::fmt::Error),
    Named {
        number: u8,
        #[api(source)]
        cause: std::io::Error,
    },
    SendSync(#[api(source)] Box<dyn Error + Send + Sync>),
    BoxedType(#[api(source)] Box<std::fmt::Error>),
    Shared(#[api(source)] Arc<std::io::Error>),
    SharedDyn(#[api(source)] Arc<dyn Error + Send + Sync>),
    Maybe(#[api(source)] Option<std::fmt::Error>),
    MaybeBoxed(#[api(source)] Option<Box<dyn Error + Send + Sync>>),
    Nested(#[api(source)] Box<Sourced>),
    ByName {
        source: std::io::Error,
    },
    ByNameMaybe {
        source: Option<Box<dyn Error + Send + Sync>>,
    },
    ByRawName {
        r#source: std::fmt::Error,
    },
    Denied {
        #[api(source = false)]
        source: std::fmt::Error,
    },
    Detail {
        #[api(detail)]
        source: &'static str,
    },
    OtherIsMarked {
        source: &'static str,
        #[api(source)]
        cause: std::fmt::Error,
    },
    Without,
}

fn boxed() -> Box<dyn Error + Send + Sync> {
    "the cause".into()
}

fn source(error: &Sourced) -> String {
    error.source().map_or_else(|| "none".to_owned(), ToString::to_string)
}

#[test]
fn is_what_the_field_holds() {
    let io = || std::io::Error::other("the cause");
    let named = Sourced::Named { number: 1, cause: io() };
    assert!(named.source().unwrap().is::<std::io::Error>());
    assert!(Sourced::Plain(std::fmt::Error).source().unwrap().is::<std::fmt::Error>());
    assert!(Sourced::Maybe(Some(std::fmt::Error)).source().unwrap().is::<std::fmt::Error>());
    let rest = [
        Sourced::SendSync(boxed()),
        Sourced::Shared(Arc::new(io())),
        Sourced::SharedDyn(boxed().into()),
        Sourced::MaybeBoxed(Some(boxed())),
    ];
    for error in rest {
        assert_eq!(source(&error), "the cause", "{error:?}");
    }
    let boxed_type = Sourced::BoxedType(Box::default());
    assert_eq!(source(&boxed_type), std::fmt::Error.to_string());
}

#[test]
fn may_be_absent() {
    assert_eq!(source(&Sourced::Without), "none");
    assert_eq!(source(&Sourced::Maybe(None)), "none");
    assert_eq!(source(&Sourced::MaybeBoxed(None)), "none");
}

#[test]
fn goes_on() {
    let error = Sourced::Nested(Box::new(Sourced::SendSync(boxed())));
    assert_eq!(error.source().unwrap().source().unwrap().to_string(), "the cause");
}

#[test]
fn is_a_field_of_that_name() {
    let io = std::io::Error::other("the cause");
    assert_eq!(source(&Sourced::ByName { source: io }), "the cause");
    assert_eq!(source(&Sourced::ByNameMaybe { source: Some(boxed()) }), "the cause");
    assert_eq!(source(&Sourced::ByNameMaybe { source: None }), "none");
    assert_eq!(source(&Sourced::ByRawName { r#source: std::fmt::Error }), std::fmt::Error.to_string());
}

#[test]
fn is_not_a_field_of_that_name_with_another_role() {
    assert_eq!(source(&Sourced::Denied { source: std::fmt::Error }), "none");
    assert_eq!(source(&Sourced::Detail { source: "cache" }), "none");
    let marked = Sourced::OtherIsMarked { source: "cache", cause: std::fmt::Error };
    assert_eq!(source(&marked), std::fmt::Error.to_string());
}
