//! `crate` says where errbook lives when it is re-exported.

use self::facade::errors::ApiError as _;

use crate::message_of;

mod facade {
    pub use errbook as errors;
}

mod elsewhere {
    /// Here `errbook` names something else.
    #[allow(dead_code, reason = "it only has to be there")]
    mod errbook {}

    pub const ENVELOPE: super::facade::errors::Body = super::facade::errors::body!({ "code": code });

    #[derive(Debug, super::facade::errors::ApiError)]
    #[api(crate = super::facade::errors, display, serialize, body = ENVELOPE)]
    #[api(status = 400, code = "Elsewhere", message = "{id}", meta(a = "b"), header("X-A" = "b"))]
    pub struct Elsewhere {
        #[api(detail)]
        pub id: u8,
        #[api(retry_after)]
        pub wait: u8,
        #[api(source)]
        pub source: std::fmt::Error,
    }
}

#[test]
fn is_followed_everywhere() {
    let error = elsewhere::Elsewhere { id: 1, wait: 2, source: std::fmt::Error };
    assert_eq!(facade::errors::Reply::new(&error).to_string(), r#"{"code":"Elsewhere"}"#);
    assert_eq!(message_of(&error), "1");
    assert_eq!(error.retry_after(), Some(facade::errors::RetryAfter::Seconds(2)));
}
