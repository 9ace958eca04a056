//! A router of axum with one route that fails and one that does not.

use std::borrow::Cow;
use std::cell::RefCell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use axum::Router;
use axum::body::{Body, HttpBody as _};
use axum::http::{Request, Response, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use errbook::Scope;
use errbook_benches::Job;
use tower_service::Service;

use crate::errors::{BOOK, HandWritten, TooManyRequests, hand_written, too_many_requests};
use crate::now;

impl IntoResponse for HandWritten {
    fn into_response(self) -> axum::response::Response {
        (StatusCode::TOO_MANY_REQUESTS, axum::Json(self.envelope())).into_response()
    }
}

pub fn errbook(case: char) -> Option<Job> {
    match case {
        'b' => job(Router::new().route("/fail", get(fail)), case),
        'c' => Some(conversion(too_many_requests)),
        _ => None,
    }
}

pub fn in_a_scope(case: char) -> Option<Job> {
    let respond = |scope: &RefCell<Scope>| scope.borrow_mut().enter(|| too_many_requests().into_response());
    let scope = RefCell::new(Scope::new(errbook::Context::new()));
    (case == 'c').then(|| Job::new(scope, move |scope| bytes(respond(scope)), respond))
}

fn conversion<E: IntoResponse + 'static>(error: fn() -> E) -> Job {
    Job::new((), move |()| bytes(error().into_response()), move |()| error().into_response())
}

pub fn around(case: char) -> Option<Job> {
    use tower_layer::Layer as _;
    job(
        errbook_axum::layer(&BOOK).layer(Router::new().route("/fail", get(fail)).route("/", get(succeed))),
        case,
    )
}

pub fn layered(case: char) -> Option<Job> {
    job(
        Router::new().route("/fail", get(fail)).route("/", get(succeed)).layer(errbook_axum::layer(&BOOK)),
        case,
    )
}

pub fn by_hand(case: char) -> Option<Job> {
    if case == 'c' {
        return Some(conversion(hand_written));
    }
    let fail = get(async || hand_written());
    job(Router::new().route("/fail", fail).route("/", get(succeed)), case)
}

async fn fail() -> TooManyRequests {
    too_many_requests()
}

async fn succeed() -> &'static str {
    "done"
}

/// Case (a) is a success, case (b) an error reply; the contenders do case (c) without a router.
fn job<S>(router: S, case: char) -> Option<Job>
where
    S: Service<Request<Body>, Response = Response<Body>> + 'static,
{
    let path = match case {
        'a' => "/",
        'b' => "/fail",
        _ => return None,
    };
    let ask = move |router: &RefCell<S>| {
        let request = Request::builder().uri(path).header(header::ACCEPT, "*/*").body(Body::empty());
        now(router.borrow_mut().call(request.unwrap_or_default())).and_then(Result::ok).unwrap_or_default()
    };
    Some(Job::new(RefCell::new(router), move |router| bytes(ask(router)), ask))
}

/// The body, which is there already.
fn bytes(response: Response<Body>) -> Cow<'static, [u8]> {
    let mut body = pin!(response.into_body());
    let mut context = Context::from_waker(Waker::noop());
    match body.as_mut().poll_frame(&mut context) {
        Poll::Ready(Some(Ok(frame))) => Cow::Owned(frame.into_data().unwrap_or_default().to_vec()),
        _ => Cow::Borrowed(&[]),
    }
}
