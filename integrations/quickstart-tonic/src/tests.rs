//! What the service answers, and the README that shows it.

use std::fs;

use errbook_docgen::{Block, Docs, Error, RenderContext};
use tonic::transport::server::TcpIncoming;
use tonic::{Code, Request};
use tonic_types::StatusExt as _;

use crate::BOOK;
use crate::orders::orders_client::OrdersClient;
use crate::orders::{GetOrderRequest, Order};

#[tokio::test]
async fn answers() {
    let incoming = TcpIncoming::bind(([127, 0, 0, 1], 0).into()).unwrap();
    let address = incoming.local_addr().unwrap();
    tokio::spawn(crate::serve(incoming));
    let mut client = OrdersClient::connect(format!("http://{address}")).await.unwrap();

    assert_eq!(client.get_order(GetOrderRequest { id: 7 }).await.unwrap().into_inner(), Order { id: 7 });

    let mut request = Request::new(GetOrderRequest { id: 8 });
    request.metadata_mut().insert("x-request-id", "order-8".parse().unwrap());
    let status = client.get_order(request).await.unwrap_err();
    assert_eq!((status.code(), status.message()), (Code::NotFound, "there is no order 8"));
    let details = status.get_error_details();
    let info = details.error_info().unwrap();
    assert_eq!(
        (&*info.reason, &*info.domain, &*info.metadata["id"]),
        ("NO_SUCH_ORDER", "orders.example.com", "8")
    );
    assert_eq!(details.request_info().unwrap().request_id, "order-8");
}

#[test]
fn readme() {
    Docs::new(&BOOK, concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .block("proto", File("proto", "orders.proto"))
        .block("build", File("rust,ignore", "build.rs"))
        .block("service", File("rust,ignore", "src/main.rs"))
        .inject("tonic/README.md")
        .check();
}

/// A file in a language, without the comment that it opens with and without its tests.
struct File(&'static str, &'static str);

impl Block for File {
    fn render_with(&self, _: &RenderContext<'_>) -> Result<String, Error> {
        let Self(language, path) = self;
        let text = fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let code = if text.starts_with("//!") { text.split_once("\n\n").unwrap().1 } else { &text };
        let code = code.split("#[cfg(test)]").next().unwrap().trim();
        Ok(format!("```{language}\n{code}\n```\n"))
    }
}
