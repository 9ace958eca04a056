//! Layers of tower-http on both sides of the layer of errbook.

use std::io;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use errbook::{ApiError, Book};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tower::{ServiceBuilder, ServiceExt as _};
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

#[derive(Debug, ApiError)]
#[api(display, impls(errbook_axum), status = 409, code = "LOCKED", message = "the order is locked")]
struct Locked;

static BOOK: Book = Book::new("Orders API", &[Locked::CATALOG]);

async fn ask(app: Router) -> Response {
    let request = Request::get("/");
    let request = request.header(header::ACCEPT_ENCODING, "gzip").header("x-request-id", "order-7");
    app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

/// The head of what a server answers over HTTP/1.1, in lower case and sorted, without its date; and whether there is a body.
async fn wire(app: Router, requests: &[(&str, &str)]) -> io::Result<Vec<(Vec<String>, bool)>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(async { axum::serve(listener, app).await });
    let mut answers = Vec::new();
    for (method, encoding) in requests {
        let mut stream = TcpStream::connect(address).await?;
        let id = "x-request-id: order-7\r\nconnection: close";
        let request = format!("{method} HTTP/1.1\r\nhost: x\r\naccept-encoding: {encoding}\r\n{id}\r\n\r\n");
        stream.write_all(request.as_bytes()).await?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await?;
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        // A stream of chunks has no length, and a reply to `HEAD` no chunks (RFC 9112 §6.1).
        let is_compared =
            |line: &String| !line.starts_with("date:") && !line.starts_with("transfer-encoding:");
        let mut head: Vec<_> = head.lines().map(str::to_lowercase).filter(is_compared).collect();
        head.sort_unstable();
        answers.push((head, !body.is_empty()));
    }
    server.abort();
    Ok(answers)
}

/// RFC 9110 §8.6: the length, if there is one, is that of the answer to `GET`.
#[tokio::test]
async fn head_has_the_headers_of_get_beside_compression() -> io::Result<()> {
    let ours = || errbook_axum::layer(&BOOK);
    let app = || Router::new().route("/", get(async || Locked));
    let apps = [
        app().layer(ours()),
        app().layer(CompressionLayer::new()).layer(ours()),
        app().layer(ours()).layer(CompressionLayer::new()),
        app().layer(ServiceBuilder::new().layer(CompressionLayer::new()).layer(ours())),
        Router::new().nest("/other", Router::new()).merge(app()).layer(ours()).layer(CompressionLayer::new()),
    ];
    for (number, app) in apps.into_iter().enumerate() {
        for path in ["/", "/nothing/here"] {
            for encoding in ["gzip", "identity"] {
                let (get, head) = (format!("GET {path}"), format!("HEAD {path}"));
                let answers = wire(app.clone(), &[(&get, encoding), (&head, encoding)]).await?;
                let [(get, true), (head, false)] = answers.as_slice() else { panic!("{answers:?}") };
                assert_eq!(get, head, "{number} {path} {encoding}");
                let is_compressed = get.iter().any(|line| line == "content-encoding: gzip");
                assert!(
                    path != "/" || is_compressed == (number > 0 && encoding == "gzip"),
                    "{number} {get:?}"
                );
            }
        }
    }
    Ok(())
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
        let response = ask(app).await;
        let values = response.headers().get_all(header::VARY).iter();
        values.map(|value| value.to_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for status in [409, 404] {
        assert_eq!(vary(&["origin"], status).await, ["origin", "accept"]);
        assert_eq!(vary(&["origin", "Accept"], status).await, ["origin", "Accept"]);
        assert_eq!(vary(&["origin", "cookie, *"], status).await, ["origin", "cookie, *"]);
    }
}

/// The refusal of an inner layer has no text that is kept.
#[tokio::test]
async fn a_cross_site_request_is_refused_in_the_declared_format() {
    let app = Router::new().route("/", get(async || "").post(async || Locked));
    let app = app.layer(CsrfLayer::new()).layer(errbook_axum::layer(&BOOK));
    let ask = async |site: &str| {
        let request = Request::post("/").header("host", "x").header("sec-fetch-site", site);
        let request = request.header("x-request-id", "order-7").body(Body::empty()).unwrap();
        let response = app.clone().oneshot(request).await.unwrap();
        let bytes = to_bytes(response.into_body(), 1000).await.unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    };
    assert_eq!(ask("cross-site").await, r#"{"code":"FORBIDDEN","message":"Forbidden","trace_id":"order-7"}"#);
    let locked = r#"{"code":"LOCKED","message":"the order is locked","trace_id":"order-7"}"#;
    assert_eq!(ask("same-origin").await, locked);
}
