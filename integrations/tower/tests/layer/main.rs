//! What the layer does with requests and responses, without a framework.

mod policy;
mod replies;
mod requests;

use std::convert::Infallible;

use errbook::{ApiError, Body as Format, Book, Context, HttpError, body};
use errbook_tower::{ErrorLayer, Policy};
use http::{HeaderMap, Request, Response, header};
use http_body_util::{BodyExt as _, Full};
use tower::{Layer as _, Service, ServiceExt as _, service_fn};

type Bytes = std::borrow::Cow<'static, [u8]>;
type Body = Full<bytes::Bytes>;

static FORMAT: Format =
    body!({ "code": code, "message": message, "trace_id"?: trace_id, "instance"?: instance });

#[derive(Debug, ApiError)]
#[api(display)]
enum Error {
    #[api(status = 409, code = "LOCKED", message = "the order is locked")]
    Locked,
    #[api(status = 500, code = "STORE_DOWN")]
    StoreDown(#[api(source)] HttpError),
}

static BOOK: Book = Book::new("Orders API", &[Error::CATALOG]).with_body(&FORMAT);

fn full(bytes: Bytes) -> Body {
    Full::from(bytes)
}

fn respond(error: Error) -> Response<Body> {
    Context::current().respond(error).map(full)
}

fn plain(status: u16, text: &'static str) -> Response<Body> {
    let builder =
        Response::builder().status(status).header(header::CONTENT_TYPE, "text/plain; charset=utf-8");
    builder.body(full(Bytes::from(text.as_bytes()))).unwrap()
}

fn empty(status: u16) -> Response<Body> {
    Response::builder().status(status).body(full(Bytes::default())).unwrap()
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    text: String,
}

impl Answer {
    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("{:?} is not JSON", self.text))
    }

    #[track_caller]
    fn check(&self, status: u16, code: &str) {
        assert_eq!((self.status, &self.json()["code"]), (status, &code.into()), "{}", self.text);
        assert_eq!(self.headers["x-request-id"], self.json()["trace_id"].as_str().unwrap());
        assert_eq!(self.headers[header::CACHE_CONTROL], "no-store");
        assert_eq!(self.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    }
}

async fn ask<S>(service: S, request: http::request::Builder) -> Answer
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
{
    let request = request.body(full(Bytes::default())).unwrap();
    let (head, body) = service.oneshot(request).await.unwrap().into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    Answer {
        status: head.status.as_u16(),
        headers: head.headers,
        text: String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

fn get(path: &str) -> http::request::Builder {
    Request::builder().uri(path)
}

/// Asks a service that answers each request by this function.
async fn answer(policy: Policy, request: http::request::Builder, make: fn() -> Response<Body>) -> Answer {
    let service = service_fn(move |_| async move { Ok(make()) });
    ask(ErrorLayer::with_policy(policy).layer(service), request).await
}

async fn usual(make: fn() -> Response<Body>) -> Answer {
    answer(Policy::new(&BOOK), get("/orders/7?token=hunter2"), make).await
}
