//! In a process of its own: an error carries the mark for a layer once there can be one.

use axum::response::IntoResponse as _;
use errbook::{ApiError, Context, Occurrence, Scope};
use errbook_axum::Error;

#[derive(Debug, ApiError)]
#[api(display, impls(errbook_axum), status = 404, code = "NO_SUCH_ORDER")]
struct NoSuchOrder;

#[test]
fn an_error_is_marked_once_the_process_has_a_scope() {
    let marks = || {
        [NoSuchOrder.into_response(), Error::from(NoSuchOrder).into_response()].map(|response| {
            assert_eq!(response.status(), 404);
            assert_eq!(response.headers()["content-type"], "application/json");
            response.extensions().get::<Occurrence>().map(|mark| mark.error().code().to_owned())
        })
    };
    assert_eq!(marks(), [None, None]);

    let mut scope = Scope::new(Context::new());
    assert_eq!(marks(), ["NO_SUCH_ORDER"; 2].map(|code| Some(code.to_owned())));
    assert_eq!(scope.enter(marks), ["NO_SUCH_ORDER"; 2].map(|code| Some(code.to_owned())));
}
