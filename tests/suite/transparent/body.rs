//! An API speaks one format: the outermost type that names one decides.

use errbook::{ApiError, Body, Reply};

const OUTER: Body = errbook::body!({ "outer": code });
const INNER: Body = errbook::body!({ "inner": code });

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Inner", body = INNER)]
struct Inner;

#[derive(Debug, ApiError)]
#[api(display)]
enum Silent {
    #[api(transparent)]
    Inner(Inner),
    #[api(status = 400, code = "Own")]
    Own,
}

#[derive(Debug, ApiError)]
#[api(display, body = OUTER)]
enum Speaking {
    #[api(transparent)]
    Silent(Silent),
    #[api(transparent)]
    Dyn(Box<dyn ApiError + Send + Sync>),
}

#[test]
fn the_inner_one_without_another() {
    assert_eq!(Reply::new(&Silent::Inner(Inner)).to_string(), r#"{"inner":"Inner"}"#);
    assert_eq!(Reply::new(&Silent::Own).to_string(), r#"{"code":"Own","message":"Bad Request"}"#);
}

#[test]
fn the_outer_one_else() {
    assert_eq!(Reply::new(&Speaking::Silent(Silent::Inner(Inner))).to_string(), r#"{"outer":"Inner"}"#);
    assert_eq!(Reply::new(&Speaking::Dyn(Box::new(Inner))).to_string(), r#"{"outer":"Inner"}"#);
}
