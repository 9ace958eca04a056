//! Layers of tower-http on both sides of the layer of errbook.

use axum::Router;
use axum::body::to_bytes;
use axum::http::{Method, Request, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use errbook::{ApiError, Book};
use tower::ServiceExt as _;
use tower_http::compression::CompressionLayer;

#[derive(Debug, ApiError)]
#[api(display, impls(errbook_axum), status = 409, code = "LOCKED", message = "the order is locked")]
struct Locked;

static BOOK: Book = Book::new("Orders API", &[Locked::CATALOG]);

async fn ask(app: Router, method: Method) -> Response {
    let request = Request::builder().method(method).uri("/");
    let request = request.header(header::ACCEPT_ENCODING, "gzip").header("x-request-id", "order-7");
    app.oneshot(request.body(axum::body::Body::empty()).unwrap()).await.unwrap()
}

#[tokio::test]
async fn head_has_the_length_of_a_compressed_error() {
    let app = Router::new().route("/", get(async || Locked));
    let app = app.layer(CompressionLayer::new()).layer(errbook_axum::layer(&BOOK));

    let got = ask(app.clone(), Method::GET).await;
    assert_eq!(got.headers()[header::CONTENT_ENCODING], "gzip");
    let length = to_bytes(got.into_body(), usize::MAX).await.unwrap().len();

    let head = ask(app, Method::HEAD).await;
    assert_eq!(head.headers()[header::CONTENT_LENGTH], length.to_string());
    assert!(to_bytes(head.into_body(), usize::MAX).await.unwrap().is_empty());
}

#[tokio::test]
async fn vary_names_each_header_once() {
    let vary = async |values: &'static [&'static str], status| {
        let handler = async move || {
            let mut response = if status == 409 {
                Locked.into_response()
            } else {
                StatusCode::from_u16(status).unwrap().into_response()
            };
            for value in values {
                response.headers_mut().append(header::VARY, value.parse().unwrap());
            }
            response
        };
        let app = Router::new().route("/", get(handler)).layer(errbook_axum::layer(&BOOK));
        let response = ask(app, Method::GET).await;
        let values = response.headers().get_all(header::VARY).iter();
        values.map(|value| value.to_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for status in [409, 404] {
        assert_eq!(vary(&["origin"], status).await, ["origin", "accept"]);
        assert_eq!(vary(&["origin", "Accept"], status).await, ["origin", "Accept"]);
        assert_eq!(vary(&["origin", "cookie, *"], status).await, ["origin", "cookie, *"]);
    }
}
