//! An app of actix-web with one route that fails and one that does not.

use std::borrow::Cow;

use actix_web::body::MessageBody;
use actix_web::dev::{Service as _, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error, HttpResponse, ResponseError, web};
use errbook_benches::Job;

use crate::errors::{BOOK, HandWritten, hand_written, too_many_requests};
use crate::now;

impl ResponseError for HandWritten {
    fn status_code(&self) -> StatusCode {
        StatusCode::TOO_MANY_REQUESTS
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::build(self.status_code()).json(self.envelope())
    }
}

pub fn errbook(case: char) -> Option<Job> {
    if case == 'c' {
        return Some(conversion(too_many_requests));
    }
    job(app(too_many_requests), case)
}

pub fn wrapped(case: char) -> Option<Job> {
    job(app(too_many_requests).wrap(errbook_actix::middleware(&BOOK)), case)
}

pub fn by_hand(case: char) -> Option<Job> {
    if case == 'c' {
        return Some(conversion(hand_written));
    }
    job(app(hand_written), case)
}

fn conversion<E: Into<Error> + 'static>(error: fn() -> E) -> Job {
    let respond = move |(): &()| error().into().error_response();
    Job::new((), move |nothing| bytes(respond(nothing).into_body()), respond)
}

fn app<E: Into<Error> + 'static>(
    fail: fn() -> E,
) -> App<
    impl ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse, Error = Error, InitError = ()>,
> {
    let fail = move || async move { Err::<&str, E>(fail()) };
    App::new().route("/fail", web::get().to(fail)).route("/", web::get().to(async || "done"))
}

/// Case (a) is a success, case (b) an error reply; the contenders do case (c) without an app.
fn job<T, B>(app: App<T>, case: char) -> Option<Job>
where
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    let path = match case {
        'a' => "/",
        'b' => "/fail",
        _ => return None,
    };
    let request = move || TestRequest::get().uri(path).insert_header((header::ACCEPT, "*/*")).to_request();
    let bytes = |answered: Option<Result<ServiceResponse<B>, Error>>| match answered {
        Some(Ok(response)) => bytes(response.into_body()),
        _ => Cow::Borrowed(&[][..]),
    };
    Some(Job::new(
        now(init_service(app))?,
        move |service| bytes(now(service.call(request()))),
        move |service| now(service.call(request())),
    ))
}

/// A body that is there already.
fn bytes(body: impl MessageBody) -> Cow<'static, [u8]> {
    Cow::Owned(body.try_into_bytes().map(|bytes| bytes.to_vec()).unwrap_or_default())
}
