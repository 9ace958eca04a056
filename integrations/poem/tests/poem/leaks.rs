//! What clients must not see, and what they must.

use std::fmt;

use errbook::Context;
use poem::error::{InternalServerError, ResponseError};
use poem::http::StatusCode;
use poem::web::Data;
use poem::{Response, Route, get, handler};

use crate::{ask, request, text};

#[tokio::test]
async fn no_helper_of_poem_leaks() {
    #[handler]
    fn helper() -> poem::Result<()> {
        Err(InternalServerError(std::io::Error::other("password=hunter2")))
    }

    #[handler]
    fn string() -> poem::Result<()> {
        Err(poem::Error::from_string("password=hunter2", StatusCode::BAD_GATEWAY))
    }

    #[handler]
    fn response() -> Response {
        text(StatusCode::SERVICE_UNAVAILABLE, "password=hunter2")
    }

    #[handler]
    fn boxed() -> poem::Result<()> {
        Err(Box::<dyn std::error::Error + Send + Sync>::from("password=hunter2"))?
    }

    #[handler]
    fn panics() {
        panic!("password=hunter2");
    }

    let app = Route::new().at("/1", get(helper)).at("/2", get(string)).at("/3", get(response));
    let app = app.at("/4", get(boxed)).at("/5", get(panics));
    for path in ["/1", "/2", "/3", "/4", "/5"] {
        let answer = ask(&app, request(path)).await;
        assert!(answer.status.is_server_error(), "{path}");
        assert!(answer.body.starts_with(r#"{"code":""#), "{path}: {}", answer.body);
        assert!(!answer.body.contains("hunter2") && !format!("{:?}", answer.headers).contains("hunter2"));
        assert_eq!(answer.chains.len(), 1, "{path}");
        assert!(answer.chains[0].contains("password=hunter2"), "{path}: {:?}", answer.chains);
    }
}

/// The name of a Rust type is nothing for clients.
#[tokio::test]
async fn missing_data_is_an_internal_error() {
    #[handler]
    fn needs(_: Data<&u64>) {}

    let answer = ask(Route::new().at("/", get(needs)), request("/")).await;
    let expected = r#"{"code":"INTERNAL_SERVER_ERROR","message":"Internal Server Error","trace_id":"T1","instance":"/"}"#;
    assert_eq!(
        (&*answer.body, &*answer.chains),
        (expected, &["data of type `u64` was not found.".to_owned()][..])
    );
}

#[tokio::test]
async fn a_panic_leaves_no_scope_behind() {
    #[handler]
    async fn panics() {
        tokio::task::yield_now().await;
        panic!("after the first poll");
    }

    let answer = ask(Route::new().at("/", get(panics)), request("/")).await;
    assert_eq!(answer.status, 500);
    assert_eq!(Context::current().trace_id(), None);
    let mut without_id = request("/missing");
    without_id.headers_mut().remove("x-request-id");
    let answer = ask(Route::new(), without_id).await;
    assert_ne!(answer.headers["x-request-id"], "T1");
}

#[tokio::test]
async fn responses_of_the_user_stay() {
    #[derive(Debug)]
    struct Mine;

    impl fmt::Display for Mine {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("mine")
        }
    }

    impl std::error::Error for Mine {}

    impl ResponseError for Mine {
        fn status(&self) -> StatusCode {
            StatusCode::BAD_REQUEST
        }

        fn as_response(&self) -> Response {
            Response::builder().status(StatusCode::BAD_REQUEST).content_type("application/json").body("{}")
        }
    }

    #[handler]
    fn mine() -> Result<(), Mine> {
        Err(Mine)
    }

    let answer = ask(Route::new().at("/", get(mine)), request("/")).await;
    assert_eq!((answer.status.as_u16(), &*answer.body, answer.chains.len()), (400, "{}", 0));
    assert_eq!(answer.headers.len(), 1);
}
