//! The conformance API as a user of Rocket writes it.

use std::time::Duration;

use errbook_conformance::{NewOrder, Order, StoreError};
use errbook_rocket::{Error, Form, Json};
use rocket::data::{Limits, ToByteUnit as _};
use rocket::fairing::AdHoc;
use rocket::http::{ContentType, Status};
use rocket::request::{FromRequest, Outcome};
use rocket::response::content::RawHtml;
use rocket::response::stream::{Event, EventStream};
use rocket::tokio::time::{sleep, timeout};
use rocket::{FromForm, Request, get, post, routes};

errbook_conformance::errors!(errbook_rocket);

#[get("/orders/<id>")]
fn get_order(id: u64) -> Result<Json<Order>, OrderError> {
    if id == 7 { Ok(Json(Order { id })) } else { Err(OrderError::NoSuchOrder { id }) }
}

/// An order in a form.
#[derive(FromForm)]
struct OrderForm {
    item: String,
    quantity: u32,
}

#[get("/orders?<limit>")]
fn list_orders(limit: usize) -> Json<Vec<Order>> {
    let none: [Order; 0] = [];
    Json(none.into_iter().take(limit).collect())
}

fn create(order: &NewOrder) -> Result<Status, OrderError> {
    let violations = order.violations();
    match order.item.as_str() {
        _ if !violations.is_empty() => Err(OrderError::InvalidOrder(violations)),
        "locked" => Err(OrderError::Locked),
        _ => Ok(Status::Created),
    }
}

#[post("/orders", data = "<order>")]
fn create_order(order: Json<NewOrder>) -> Result<Status, OrderError> {
    let Json(order) = order;
    create(&order)
}

#[post("/form", data = "<order>")]
fn create_from_form(order: Form<OrderForm>) -> Result<Status, OrderError> {
    let Form(OrderForm { item, quantity }) = order;
    create(&NewOrder { item, quantity })
}

#[get("/limited")]
fn limited() -> OrderError {
    OrderError::RateLimited { wait: Duration::from_millis(29_500) }
}

/// A request that says who sends it.
struct Authorized;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Authorized {
    type Error = Error;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Error> {
        if request.headers().contains("authorization") {
            Outcome::Success(Self)
        } else {
            Error::from(AuthError::TokenMissing).refuse(request)
        }
    }
}

#[get("/secret")]
fn secret(authorized: Result<Authorized, Error>) -> Result<&'static str, Error> {
    authorized.map(|Authorized| "secret")
}

#[get("/store")]
fn store() -> Result<(), OrderError> {
    Err(StoreError::default())?
}

#[get("/upstream/<status>")]
fn upstream(status: u16) -> OrderError {
    OrderError::Upstream { status }
}

#[get("/any?<which>")]
fn any(which: &str) -> Result<(), Error> {
    if which == "order" { Err(OrderError::NoSuchOrder { id: 1 })? } else { Err(AuthError::TokenMissing)? }
}

#[get("/slow?<ms>")]
async fn slow(ms: u64) -> OrderError {
    for _ in 0..4 {
        sleep(Duration::from_millis(ms / 4)).await;
    }
    OrderError::Locked
}

#[get("/spawned")]
async fn spawned() -> Result<OrderError, Status> {
    let task = rocket::tokio::spawn(async { OrderError::Locked });
    task.await.map_err(|_| Status::InternalServerError)
}

#[get("/panic")]
fn panics() -> Status {
    panic!("password=hunter2");
}

#[get("/hang")]
async fn hang() -> Result<(), Status> {
    let hangs = sleep(Duration::from_secs(5));
    timeout(Duration::from_millis(300), hangs).await.map_err(|_| Status::GatewayTimeout)
}

#[get("/own-json")]
fn own_json() -> (Status, (ContentType, &'static str)) {
    (Status::BadRequest, (ContentType::JSON, r#"{"mine":true}"#))
}

#[get("/own-html")]
fn own_html() -> (Status, RawHtml<&'static str>) {
    (Status::NotFound, RawHtml("<h1>mine</h1>"))
}

#[get("/stream")]
fn stream() -> EventStream![] {
    let events = EventStream! {
        for count in 0..3 {
            sleep(Duration::from_millis(20)).await;
            yield Event::data(count.to_string());
        }
    };
    events.heartbeat(None)
}

#[rocket::main]
async fn main() -> Result<(), Box<rocket::Error>> {
    errbook_conformance::log_to_standard_error();
    // Rocket logs each request and each refusal of one as an error or a warning.
    log::set_max_level(log::LevelFilter::Off);
    errbook_conformance::exit_with_input();
    let address = errbook_conformance::address();
    let config = rocket::Config {
        address: address.ip(),
        port: address.port(),
        limits: Limits::default().limit("json", 64.kibibytes()).limit("form", 64.kibibytes()),
        ..rocket::Config::default()
    };
    let routes = routes![
        get_order,
        list_orders,
        create_order,
        create_from_form,
        limited,
        secret,
        store,
        upstream,
        any,
        slow,
        spawned,
        panics,
        hang,
        own_json,
        own_html,
        stream
    ];
    let announce = AdHoc::on_liftoff("announce", |rocket| {
        Box::pin(async move {
            let config = rocket.config();
            errbook_conformance::announce((config.address, config.port).into());
        })
    });
    let mut rocket = rocket::custom(config).mount("/", routes).attach(announce);
    if errbook_conformance::has_layer() {
        rocket = rocket.attach(errbook_rocket::fairing(&BOOK));
    }
    rocket.launch().await.map(drop).map_err(Box::new)
}
