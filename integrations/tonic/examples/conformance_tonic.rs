//! The conformance API over gRPC, as a user of tonic writes it.

use std::pin::Pin;
use std::time::Duration;

use errbook_conformance::{NewOrder, StoreError};
use errbook_conformance_proto::orders_server::{Orders, OrdersServer};
use errbook_conformance_proto::{Case, CreateOrderRequest, GetOrderRequest, Order};
use errbook_tonic::Error;
use tokio_stream::wrappers::ReceiverStream;
use tokio_stream::{Stream, StreamExt as _};
use tonic::transport::Server;
use tonic::transport::server::TcpIncoming;
use tonic::{Request, Response, Status};

errbook_conformance::errors!(errbook_tonic);

struct Service;

#[tonic::async_trait]
impl Orders for Service {
    async fn get_order(&self, request: Request<GetOrderRequest>) -> Result<Response<Order>, Status> {
        let id = request.into_inner().id;
        if id == 7 { Ok(Response::new(Order { id })) } else { Err(OrderError::NoSuchOrder { id })? }
    }

    async fn create_order(&self, request: Request<CreateOrderRequest>) -> Result<Response<Order>, Status> {
        let CreateOrderRequest { item, quantity } = request.into_inner();
        let violations = NewOrder { item: item.clone(), quantity }.violations();
        match item.as_str() {
            _ if !violations.is_empty() => Err(OrderError::InvalidOrder(violations))?,
            "locked" => Err(OrderError::Locked)?,
            _ => Ok(Response::new(Order { id: 9 })),
        }
    }

    type WatchOrdersStream = Pin<Box<dyn Stream<Item = Result<Order, Status>> + Send>>;

    async fn watch_orders(
        &self,
        request: Request<Case>,
    ) -> Result<Response<Self::WatchOrdersStream>, Status> {
        let name = request.into_inner().name;
        if name == "task" {
            return Ok(Response::new(Box::pin(watch_in_task())));
        }
        let orders = tokio_stream::iter(0..3).map(|id| Ok(Order { id }));
        let end = tokio_stream::once(()).map(move |()| watch(&name));
        Ok(Response::new(Box::pin(orders.chain(end).throttle(Duration::from_millis(20)))))
    }

    async fn r#try(&self, request: Request<Case>) -> Result<Response<Order>, Status> {
        let Case { name, number } = request.into_inner();
        match name.as_str() {
            "limited" => Err(OrderError::RateLimited { wait: Duration::from_millis(29_500) })?,
            "secret" => Err(AuthError::TokenMissing)?,
            "upstream" => Err(OrderError::Upstream { status: u16::try_from(number).unwrap_or_default() })?,
            "slow" => slow(number.into()).await?,
            "any" => any(number)?,
            "spawned" => spawned().await?,
            "panic" => panic!("password=hunter2"),
            "own" => Err(Status::with_details(tonic::Code::OutOfRange, "mine", vec![0x12, 1, b'm'].into()))?,
            "internal" => Err(Status::internal("password=hunter2"))?,
            "io" => Err(std::io::Error::new(std::io::ErrorKind::NotFound, "password=hunter2"))?,
            _ => Err(OrderError::from(StoreError::default()))?,
        }
        Ok(Response::new(Order { id: 7 }))
    }
}

/// The stream of a task of its own.
fn watch_in_task() -> ReceiverStream<Result<Order, Status>> {
    let (sender, receiver) = tokio::sync::mpsc::channel(1);
    tokio::spawn(async move {
        for id in 0..3 {
            let _ = sender.send(Ok(Order { id })).await;
        }
        let _ = sender.send(Err(OrderError::from(StoreError::default()).into())).await;
    });
    ReceiverStream::new(receiver)
}

fn watch(name: &str) -> Result<Order, Status> {
    match name {
        "panic" => panic!("password=hunter2"),
        "internal" => Err(Status::internal("password=hunter2")),
        _ => Err(OrderError::from(StoreError::default()))?,
    }
}

async fn slow(ms: u64) -> Result<(), OrderError> {
    for _ in 0..4 {
        tokio::time::sleep(Duration::from_millis(ms / 4)).await;
    }
    Err(OrderError::Locked)
}

async fn spawned() -> Result<(), Status> {
    tokio::spawn(async { Status::from(OrderError::Locked) }).await.map_or(Ok(()), Err)
}

fn any(which: u32) -> Result<(), Error> {
    if which == 0 { Err(OrderError::NoSuchOrder { id: 1 })? } else { Err(AuthError::TokenMissing)? }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    errbook_conformance::log_to_standard_error();
    errbook_conformance::exit_with_input();
    let incoming = TcpIncoming::bind(errbook_conformance::address())?;
    errbook_conformance::announce(incoming.local_addr()?);
    let service = OrdersServer::new(Service);
    if errbook_conformance::has_layer() {
        let layer = errbook_tonic::layer(&BOOK).with_domain("orders.example.com");
        Server::builder().layer(layer).add_service(service).serve_with_incoming(incoming).await?;
    } else {
        Server::builder().add_service(service).serve_with_incoming(incoming).await?;
    }
    Ok(())
}
