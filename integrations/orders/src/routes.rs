//! The routes. Every handler returns `OrderError`, and the layer answers what axum refuses itself.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use errbook::Violations;
use errbook_axum::{HtmlPage, Json, Path, Query};
use garde::Validate as _;
use serde_json::{Value, json};

use crate::auth::{Customer, Limiter, Tokens};
use crate::error::{BOOK, OrderError};
use crate::order::{Card, Filter, NewOrder, Order};
use crate::payment::Provider;
use crate::store::Store;

/// What the handlers share.
#[derive(Debug)]
pub struct App {
    /// The orders.
    pub store: Store,
    /// Who may ask.
    pub tokens: Tokens,
    /// How often.
    pub limiter: Limiter,
    /// Who charges cards.
    pub provider: Provider,
}

pub(crate) async fn create(
    State(app): State<Arc<App>>,
    Customer(customer): Customer,
    Json(order): Json<NewOrder>,
) -> Result<(StatusCode, Json<Order>), OrderError> {
    order.validate()?;
    Ok((StatusCode::CREATED, Json(app.store.create(customer, order).await?)))
}

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    Customer(customer): Customer,
    Path(id): Path<i64>,
) -> Result<Json<Order>, OrderError> {
    Ok(Json(app.store.get(customer, id).await?))
}

pub(crate) async fn list(
    State(app): State<Arc<App>>,
    Customer(customer): Customer,
    Query(filter): Query<Filter>,
) -> Result<Json<Vec<Order>>, OrderError> {
    let parameters = |report| OrderError::InvalidQuery(Violations::from(report).into_parameters());
    filter.validate().map_err(parameters)?;
    Ok(Json(app.store.list(customer, filter.after, filter.limit).await?))
}

pub(crate) async fn pay(
    State(app): State<Arc<App>>,
    Customer(customer): Customer,
    Path(id): Path<i64>,
    Json(card): Json<Card>,
) -> Result<Json<Order>, OrderError> {
    card.validate()?;
    // A task of its own finishes the payment even if the client hangs up.
    let payment = tokio::spawn(async move {
        let order = app.store.get(customer, id).await?;
        app.store.start_payment(id).await?;
        if let Err(error) = app.provider.charge(id, &card.card, order.cents).await {
            app.store.undo_payment(id).await?;
            return Err(error.into());
        }
        Ok(Json(Order { paid: true, ..order }))
    });
    payment.await.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()))
}

/// The catalogue of errors, for programs.
async fn catalogue() -> Json<Vec<Value>> {
    let errors = BOOK.documented_entries().map(|error| {
        json!({ "code": error.code(), "status": error.status().as_u16(), "title": error.title(), "docs": error.docs_url() })
    });
    Json(errors.collect())
}

/// The routes without the layer.
pub fn routes(app: App) -> Router {
    Router::new()
        .route("/orders", get(list).post(create))
        .route("/orders/{id}", get(show))
        .route("/orders/{id}/pay", post(pay))
        .route("/errors", get(HtmlPage(include_str!("../pages/errors.html"))))
        .route("/errors.json", get(catalogue))
        .with_state(Arc::new(app))
}

/// The whole service.
pub fn app(app: App) -> Router {
    routes(app).layer(errbook_axum::layer(&BOOK))
}
