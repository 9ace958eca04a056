//! `#[deprecated]` reaches the entry in all its forms.
#![allow(deprecated, dead_code, reason = "deprecated variants are what is tested")]

use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 410, rename_all = "PascalCase")]
enum Old {
    #[deprecated]
    Bare,
    #[deprecated = "use another"]
    Text,
    #[deprecated(since = "1.2.0", note = "use a third")]
    Both,
    #[deprecated(note = "only this")]
    Note,
    Current,
}

#[deprecated(since = "2.0.0")]
#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Struct")]
struct OldStruct;

macro_rules! old {
    ($ty:ident, $since:literal, $note:expr) => {
        #[deprecated(since = $since, note = $note)]
        #[derive(Debug, ApiError)]
        #[api(display, status = 410, code = "Made")]
        struct $ty;
    };
}

old!(Made, "3.0.0", "use what is made by hand");

#[test]
fn every_form() {
    let deprecated = |entry: &'static errbook::Entry| {
        entry.deprecated().map(|deprecated| (deprecated.since(), deprecated.note()))
    };
    let all: Vec<_> = Old::CATALOG.entries().map(deprecated).collect();
    assert_eq!(
        all,
        [
            Some((None, None)),
            Some((None, Some("use another"))),
            Some((Some("1.2.0"), Some("use a third"))),
            Some((None, Some("only this"))),
            None,
        ]
    );
    assert_eq!(deprecated(OldStruct.entry()), Some((Some("2.0.0"), None)));
}

#[test]
fn of_a_macro() {
    let deprecated = Made.entry().deprecated().unwrap();
    assert_eq!((deprecated.since(), deprecated.note()), (Some("3.0.0"), Some("use what is made by hand")));
}
