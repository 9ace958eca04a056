//! A hand-written impl that delegates answers as a derived one: everything is the inner error's but the format.

use std::fmt;

use errbook::{ApiError, Body, Entry, Reply, body};

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Gone", message = "no {what}", header("X-Inner" = "1"))]
struct Gone {
    #[api(detail)]
    what: &'static str,
    #[api(retry_after)]
    wait: u8,
}

const GONE: Gone = Gone { what: "tea", wait: 3 };

macro_rules! wrapper {
    ($ty:ident { $($methods:item)* }) => {
        #[derive(Debug)]
        struct $ty<E>(E);

        impl<E: ApiError> fmt::Display for $ty<E> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("wrapped")
            }
        }

        impl<E: ApiError> std::error::Error for $ty<E> {}

        impl<E: ApiError> ApiError for $ty<E> {
            fn entry(&self) -> &'static Entry {
                static ENTRY: Entry = Entry::new(500, "Wrapped");
                &ENTRY
            }
            fn transparent(&self) -> Option<&dyn ApiError> {
                Some(&self.0)
            }
            $($methods)*
        }
    };
}

wrapper!(Plain {});
wrapper!(Formatted {
    fn body(&self) -> Option<&'static Body> {
        Some(&body::NESTED)
    }
});
wrapper!(Mixed {
    fn status(&self) -> http::StatusCode {
        http::StatusCode::IM_A_TEAPOT
    }
    fn code(&self) -> &'static str {
        "Mixed"
    }
    fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("mixed")
    }
});

fn response(error: &dyn ApiError) -> (http::response::Parts, String) {
    let (parts, body) = Reply::new(error).to_response().into_parts();
    (parts, String::from_utf8(body.into_owned()).unwrap())
}

#[test]
fn takes_everything_from_the_inner_error() {
    let (inner, json) = response(&GONE);
    for wrapped in [&Plain(GONE) as &dyn ApiError, &Plain(Plain(GONE)), &Mixed(GONE)] {
        let (parts, body) = response(wrapped);
        assert_eq!((parts.status, &parts.headers), (inner.status, &inner.headers), "{wrapped:?}");
        assert_eq!(body, json, "{wrapped:?}");
        assert_eq!(crate::message_of(wrapped), "no tea");
        assert_eq!(serde_json::to_string(&Reply::new(wrapped)).unwrap(), json);
    }
}

#[test]
fn asked_directly_it_delegates_too() {
    let wrapped = Plain(Plain(GONE));
    assert_eq!((wrapped.status().as_u16(), wrapped.code()), (410, "Gone"));
    assert_eq!(wrapped.retry_after(), Some(errbook::RetryAfter::Seconds(3)));
}

#[test]
fn the_outermost_format_counts() {
    let (_, json) = response(&Formatted(Plain(GONE)));
    assert_eq!(json, r#"{"error":{"code":"Gone","message":"no tea","details":{"what":"tea"}}}"#);
}
