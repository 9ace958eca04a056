//! The conformance API over JSON-RPC, as a user of jsonrpsee writes it.
#![allow(
    missing_docs,
    clippy::missing_errors_doc,
    reason = "the macro makes a public trait of a private one"
)]

use std::time::Duration;

use errbook_conformance::{NewOrder, StoreError};
use errbook_jsonrpsee::Error;
use jsonrpsee::core::{SubscriptionResult, async_trait};
use jsonrpsee::proc_macros::rpc;
use jsonrpsee::server::middleware::rpc::RpcServiceBuilder;
use jsonrpsee::server::{PendingSubscriptionSink, Server};
use jsonrpsee::types::ErrorObjectOwned;

errbook_conformance::errors!(errbook_jsonrpsee);

#[rpc(server, namespace = "orders")]
trait Orders {
    #[method(name = "get")]
    async fn get(&self, id: u64) -> Result<u64, OrderError>;
    #[method(name = "create")]
    fn create(&self, item: String, quantity: u32) -> Result<u64, OrderError>;
    #[method(name = "limited")]
    fn limited(&self) -> Result<(), OrderError>;
    #[method(name = "secret")]
    fn secret(&self) -> Result<(), AuthError>;
    #[method(name = "store")]
    async fn store(&self) -> Result<(), OrderError>;
    #[method(name = "storeBlocking", blocking)]
    fn store_blocking(&self) -> Result<(), OrderError>;
    #[method(name = "upstream")]
    fn upstream(&self, status: u16) -> Result<(), OrderError>;
    #[method(name = "any")]
    async fn any(&self, which: String) -> Result<(), Error>;
    #[method(name = "slow")]
    async fn slow(&self, ms: u64) -> Result<(), OrderError>;
    #[method(name = "spawned")]
    async fn spawned(&self) -> Result<(), ErrorObjectOwned>;
    #[method(name = "panic")]
    async fn panic(&self) -> Result<(), OrderError>;
    #[method(name = "panicAtOnce")]
    fn panic_at_once(&self) -> Result<(), OrderError>;
    #[method(name = "panicBlocking", blocking)]
    fn panic_blocking(&self) -> Result<(), OrderError>;
    #[method(name = "own")]
    fn own(&self) -> Result<(), ErrorObjectOwned>;
    #[method(name = "internal")]
    fn internal(&self) -> Result<(), ErrorObjectOwned>;
    #[subscription(name = "subscribeWatch", item = u64)]
    async fn watch(&self, id: u64) -> SubscriptionResult;
}

struct Service;

#[async_trait]
impl OrdersServer for Service {
    async fn get(&self, id: u64) -> Result<u64, OrderError> {
        if id == 7 { Ok(id) } else { Err(OrderError::NoSuchOrder { id }) }
    }

    fn create(&self, item: String, quantity: u32) -> Result<u64, OrderError> {
        let violations = NewOrder { item: item.clone(), quantity }.violations();
        match item.as_str() {
            _ if !violations.is_empty() => Err(OrderError::InvalidOrder(violations)),
            "locked" => Err(OrderError::Locked),
            _ => Ok(9),
        }
    }

    fn limited(&self) -> Result<(), OrderError> {
        Err(OrderError::RateLimited { wait: Duration::from_millis(29_500) })
    }

    fn secret(&self) -> Result<(), AuthError> {
        Err(AuthError::TokenMissing)
    }

    async fn store(&self) -> Result<(), OrderError> {
        Err(StoreError::default())?
    }

    fn store_blocking(&self) -> Result<(), OrderError> {
        Err(StoreError::default())?
    }

    fn upstream(&self, status: u16) -> Result<(), OrderError> {
        Err(OrderError::Upstream { status })
    }

    async fn any(&self, which: String) -> Result<(), Error> {
        if which == "order" { Err(OrderError::NoSuchOrder { id: 1 })? } else { Err(AuthError::TokenMissing)? }
    }

    async fn slow(&self, ms: u64) -> Result<(), OrderError> {
        for _ in 0..4 {
            tokio::time::sleep(Duration::from_millis(ms / 4)).await;
        }
        Err(OrderError::Locked)
    }

    async fn spawned(&self) -> Result<(), ErrorObjectOwned> {
        tokio::spawn(async { ErrorObjectOwned::from(OrderError::Locked) }).await.map_or(Ok(()), Err)
    }

    async fn panic(&self) -> Result<(), OrderError> {
        panic!("password=hunter2")
    }

    fn panic_at_once(&self) -> Result<(), OrderError> {
        panic!("password=hunter2")
    }

    fn panic_blocking(&self) -> Result<(), OrderError> {
        panic!("password=hunter2")
    }

    fn own(&self) -> Result<(), ErrorObjectOwned> {
        Err(ErrorObjectOwned::owned(17, "mine", Some("data")))
    }

    fn internal(&self) -> Result<(), ErrorObjectOwned> {
        Err(ErrorObjectOwned::owned(-32000, "password=hunter2", Some("host=10.0.0.5")))
    }

    async fn watch(&self, pending: PendingSubscriptionSink, id: u64) -> SubscriptionResult {
        if id == 7 {
            pending.accept().await?;
        } else {
            pending.reject(OrderError::from(StoreError::default())).await;
        }
        Ok(())
    }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    errbook_conformance::log_to_standard_error();
    errbook_conformance::exit_with_input();
    let has_layer = errbook_conformance::has_layer();
    let http =
        tower::ServiceBuilder::new().option_layer(has_layer.then(|| errbook_jsonrpsee::http_layer(&BOOK)));
    let rpc = RpcServiceBuilder::new().option_layer(has_layer.then(|| errbook_jsonrpsee::layer(&BOOK)));
    let server = Server::builder().set_http_middleware(http).set_rpc_middleware(rpc);
    let server = server.build(errbook_conformance::address()).await?;
    errbook_conformance::announce(server.local_addr()?);
    server.start(Service.into_rpc()).stopped().await;
    Ok(())
}
