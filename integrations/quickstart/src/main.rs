//! The service that README.md opens with. `tests.rs` asks it over a socket.

use axum::{Router, routing::get};
use errbook::{ApiError, Book};
use errbook_axum::Path;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(impls(errbook_axum))]
enum OrderError {
    /// No order has this number.
    #[error("there is no order {0}")]
    #[api(status = 404, code = "NO_SUCH_ORDER")]
    NotFound(#[api(detail = "id")] usize),

    /// The orders cannot be read.
    #[error("cannot read the orders")]
    #[api(status = 500, code = "STORE_FAILED")]
    Store(#[from] std::io::Error),
}

static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);

async fn get_order(Path(id): Path<usize>) -> Result<String, OrderError> {
    let orders = tokio::fs::read_to_string("orders.csv").await?;
    orders.lines().nth(id).map(str::to_owned).ok_or(OrderError::NotFound(id))
}

fn app() -> Router {
    Router::new().route("/orders/{id}", get(get_order)).layer(errbook_axum::layer(&BOOK))
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    axum::serve(tokio::net::TcpListener::bind("127.0.0.1:3000").await?, app()).await
}

#[test]
fn error_page() {
    let page = errbook_docgen::Sections::new();
    errbook_docgen::Docs::new(&BOOK, env!("CARGO_MANIFEST_DIR")).file("docs/errors.md", page).check();
}

#[cfg(test)]
mod tests;
