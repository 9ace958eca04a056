//! Layers of tower-http around the service, which `serve` takes as well.

use errbook::Book;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tower_http::cors::CorsLayer;
use tower_layer::Layer as _;
use warp::Filter as _;

static BOOK: Book = Book::new("Orders API", &[]);

/// `warp::cors` adds its headers to replies only, not to rejections and panics.
#[tokio::test]
async fn every_error_has_the_headers_of_cors() {
    let routes = warp::path!("panic").map(|| -> &'static str { panic!("a panic") });
    let service = CorsLayer::permissive().layer(errbook_warp::service(routes, &BOOK));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(errbook_warp::serve(listener, service));

    for (path, code) in [("/panic", "INTERNAL_SERVER_ERROR"), ("/missing", "NOT_FOUND")] {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).await.unwrap();
        assert!(reply.contains("\r\naccess-control-allow-origin: *\r\n"), "{reply}");
        assert!(reply.contains(&format!(r#"{{"code":"{code}","#)), "{reply}");
    }
}
