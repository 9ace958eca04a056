//! `header("Name" = "value")` is sent with every reply of the error.

use errbook::{ApiError, Header, Reply};

#[derive(Debug, ApiError)]
#[api(display)]
enum Guarded {
    #[api(status = 401, code = "Who", header("WWW-Authenticate" = "Bearer realm=\"shop\", Basic"))]
    Who,
    #[api(status = 426, code = "Upgrade", header("Upgrade" = "h2c", "Connection" = "Upgrade"))]
    Upgrade,
    #[api(status = 451, code = "Law", header("Link" = "<https://example.com>; rel=\"blocked-by\""))]
    #[api(header("X-Empty" = "", "x-a!#$%&'*+-.^_`|~0" = "a\tb"))]
    Law,
    #[api(status = 503, code = "Later", header("Retry-After" = "120"))]
    Later,
}

#[test]
fn are_sent() {
    let headers = |error: Guarded| Reply::new(&error).to_response().into_parts().0.headers;
    assert_eq!(headers(Guarded::Who)["www-authenticate"], "Bearer realm=\"shop\", Basic");
    assert_eq!(headers(Guarded::Upgrade)["upgrade"], "h2c");
    assert_eq!(headers(Guarded::Upgrade)["connection"], "Upgrade");
    let law = headers(Guarded::Law);
    assert_eq!(law["link"], "<https://example.com>; rel=\"blocked-by\"");
    assert_eq!(law["x-empty"], "");
    assert_eq!(law["x-a!#$%&'*+-.^_`|~0"], "a\tb");
    assert_eq!(headers(Guarded::Later)["retry-after"], "120");
}

#[test]
fn the_entry_has_name_and_value() {
    let expected = [Header::constant("Upgrade", "h2c"), Header::constant("Connection", "Upgrade")];
    assert!(Guarded::Upgrade.entry().headers().eq(expected));
}

#[test]
fn a_constant_wait_is_in_the_body_too() {
    static WAIT: errbook::Body = errbook::body!({ "wait": retry_after, "code": code });

    #[derive(Debug, ApiError)]
    #[api(display, kind = Guarded::Later)]
    struct Busy(#[api(retry_after)] Option<u32>);

    let reply = |error: &dyn ApiError| Reply::new(error).body(&WAIT).to_string();
    for error in [&Guarded::Later as &dyn ApiError, &Busy(None)] {
        assert_eq!(reply(error), r#"{"wait":120,"code":"Later"}"#);
        assert_eq!(serde_json::to_string(&Reply::new(error).body(&WAIT)).unwrap(), reply(error));
    }
    assert_eq!(reply(&Busy(Some(3))), r#"{"wait":3,"code":"Later"}"#);
    assert_eq!(reply(&Guarded::Law), r#"{"wait":null,"code":"Law"}"#);
    let example = Guarded::Later.entry().example(&WAIT).json().unwrap();
    assert_eq!(example["wait"], 120);
}
