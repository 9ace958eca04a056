//! `since`: the version that first had an error.

use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 404, rename_all = "snake_case")]
enum Versioned {
    #[api(since = "1.2")]
    Numbered,
    #[api(since = "next")]
    Next,
    Always,
}

#[test]
fn is_a_fact_of_the_entry() {
    let since = |error: Versioned| error.entry().since();
    assert_eq!(since(Versioned::Numbered), Some("1.2"));
    assert_eq!(since(Versioned::Next), Some("next"));
    assert_eq!(since(Versioned::Always), None);
}
