use errbook::Reply;

#[derive(Debug, errbook::ApiError)]
#[api(display, serialize)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no {0}")]
    Gone(#[api(detail = "what")] Thing, #[api(source)] Thing),
    #[api(transparent)]
    Inner(Box<Problem2>),
}

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 409, code = "Inner")]
struct Problem2;

#[derive(Debug, serde::Serialize, thiserror::Error)]
#[error("thing")]
struct Thing(u8);

macro_rules! methods {
    ($($ty:ty: $($name:ident),*;)*) => {
        $(impl $ty { $(#[allow(dead_code)] fn $name(&self) -> ! { panic!("not this one") })* })*
    };
}

methods! {
    Problem: entry, status, code, fmt_message, message, details, violations, headers, retry_after, body, transparent, source, fmt, serialize;
    Problem2: entry, status, code, fmt_message, as_api_error, source, fmt;
    Thing: source, serialize, fmt, write_json, as_ref, borrow;
}

#[test]
fn works() {
    let text = Reply::new(&Problem::Gone(Thing(1), Thing(2))).to_string();
    assert_eq!(text, r#"{"code":"Gone","message":"no thing","details":{"what":1}}"#);
    assert_eq!(
        Reply::new(&Problem::Inner(Box::new(Problem2))).to_string(),
        r#"{"code":"Inner","message":"Conflict"}"#
    );
    let gone: &dyn std::error::Error = &Problem::Gone(Thing(1), Thing(2));
    assert_eq!(gone.source().unwrap().to_string(), "thing");
}
