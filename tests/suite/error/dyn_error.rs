//! `dyn ApiError`: every method works behind a reference, and an error is found there again.

use std::error::Error;

use errbook::{ApiError, DetailValue, DetailVisitor, Reply};

use crate::message_of;

#[derive(Debug, ApiError)]
#[api(display, status = 429, code = "Limited", message = "wait {wait}", body = errbook::body::NESTED)]
struct Limited {
    #[api(detail, retry_after)]
    wait: u8,
    #[api(header = "X-Limit")]
    limit: u8,
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Missing")]
struct Missing;

fn all() -> [Box<dyn ApiError + Send + Sync>; 2] {
    [Box::new(Limited { wait: 3, limit: 9 }), Box::new(Missing)]
}

#[test]
fn every_method() {
    let [limited, missing] = all();
    let error: &dyn ApiError = &*limited;
    assert_eq!((error.status().as_u16(), error.code()), (429, "Limited"));
    assert_eq!(error.entry().variant(), "Limited");
    assert_eq!(message_of(&error), "wait 3");
    assert_eq!(error.retry_after(), Some(errbook::RetryAfter::Seconds(3)));
    assert_eq!(error.body().unwrap().root().members().len(), 1);
    assert!(error.transparent().is_none());
    let mut headers = http::HeaderMap::new();
    error.headers(&mut headers);
    assert_eq!(headers["x-limit"], "9");
    let mut names = Vec::new();
    let mut visit = |name: &str, value: DetailValue<'_>| {
        names.push((name.to_owned(), serde_json::to_string(&value).unwrap()));
    };
    error.details(&mut DetailVisitor::new(&mut visit));
    assert_eq!(names, [("wait".to_owned(), "3".to_owned())]);
    assert_eq!(message_of(&*missing), "Not Found");
}

#[test]
fn a_reply() {
    let replies = all().map(|error| Reply::new(&*error).to_string());
    assert_eq!(
        replies,
        [
            r#"{"error":{"code":"Limited","message":"wait 3","details":{"wait":3}}}"#,
            r#"{"code":"Missing","message":"Not Found"}"#,
        ]
    );
}

#[test]
fn is_an_error_object() {
    let [limited, _] = all();
    let error: Box<dyn Error + Send + Sync> = limited;
    assert!(error.is::<Limited>());
}

fn missing() -> Result<(), Missing> {
    Err(Missing)
}

fn boxed() -> Result<(), Box<dyn ApiError>> {
    Ok(missing()?)
}

fn boxed_with_bounds() -> Result<(), Box<dyn ApiError + Send + Sync>> {
    Ok(missing()?)
}

#[test]
fn a_box_is_made_by_the_question_mark() {
    assert_eq!(boxed().unwrap_err().code(), "Missing");
    assert_eq!(boxed_with_bounds().unwrap_err().code(), "Missing");
}
