//! `retryable`: what the status says, unless the variant knows better.

use errbook::{ApiError, Reply};

macro_rules! by_status {
    ($($variant:ident = $status:literal),*) => {
        #[derive(Debug, ApiError)]
        #[api(display, rename_all = "PascalCase")]
        enum ByStatus { $(#[api(status = $status, title = "Any")] $variant),* }
        const ALL: &[ByStatus] = &[$(ByStatus::$variant),*];
    };
}

by_status!(
    A = 400,
    B = 401,
    C = 403,
    D = 404,
    E = 408,
    F = 409,
    G = 425,
    H = 429,
    I = 499,
    J = 500,
    K = 501,
    L = 502,
    M = 503,
    N = 504,
    O = 505,
    P = 599
);

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase", body = RETRY)]
enum Own {
    #[api(status = 409, retryable)]
    Yes,
    #[api(status = 500, retryable = true)]
    True,
    #[api(status = 503, retryable = false)]
    False,
}

const RETRY: errbook::Body = errbook::body!({ "retryable": retryable });

#[test]
fn default_is_by_status() {
    let retryable = ALL.iter().filter(|error| error.entry().is_retryable());
    let statuses: Vec<_> = retryable.map(|error| error.status().as_u16()).collect();
    assert_eq!(statuses, [408, 425, 429, 502, 503, 504]);
    assert_eq!(ByStatus::CATALOG.entries().count(), ALL.len());
}

#[test]
fn own_wins() {
    assert_eq!(Reply::new(&Own::Yes).to_string(), r#"{"retryable":true}"#);
    assert_eq!(Reply::new(&Own::True).to_string(), r#"{"retryable":true}"#);
    assert_eq!(Reply::new(&Own::False).to_string(), r#"{"retryable":false}"#);
}
