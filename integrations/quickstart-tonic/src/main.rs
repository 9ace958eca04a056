//! The service that the README of errbook-tonic opens with. `tests.rs` asks it over a socket.

use errbook::{ApiError, Book};
use orders::orders_server::{Orders, OrdersServer};
use orders::{GetOrderRequest, Order};
use tonic::transport::{Server, server::TcpIncoming};
use tonic::{Request, Response, Status};

mod orders {
    tonic::include_proto!("orders");
}

#[derive(Debug, ApiError)]
#[api(display, impls(errbook_tonic))]
enum OrderError {
    /// No order has this number.
    #[api(status = 404, code = "NO_SUCH_ORDER", message = "there is no order {id}")]
    NoSuchOrder {
        #[api(detail)]
        id: u64,
    },
}

static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);

struct Service;

#[tonic::async_trait]
impl Orders for Service {
    async fn get_order(&self, request: Request<GetOrderRequest>) -> Result<Response<Order>, Status> {
        let id = request.into_inner().id;
        if id == 7 { Ok(Response::new(Order { id })) } else { Err(OrderError::NoSuchOrder { id })? }
    }
}

async fn serve(incoming: TcpIncoming) -> Result<(), tonic::transport::Error> {
    let layer = errbook_tonic::layer(&BOOK).with_domain("orders.example.com");
    let orders = OrdersServer::new(Service);
    Server::builder().layer(layer).add_service(orders).serve_with_incoming(incoming).await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    Ok(serve(TcpIncoming::bind(([127, 0, 0, 1], 50051).into())?).await?)
}

#[cfg(test)]
mod tests;
