//! Rocket's shield sets `X-Content-Type-Options` too, and warns of a header that is there already.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Mutex;

use errbook::{ApiError, Book};
use errbook_rocket::Error;
use log::{Level, LevelFilter, Log, Metadata, Record};
use rocket::form::FromForm;
use rocket::serde::json::Json;
use rocket::{get, post, routes};

#[derive(Debug, ApiError)]
#[api(display, impls(errbook_rocket), status = 409, code = "LOCKED", message = "the order is locked")]
struct Locked;

static BOOK: Book = Book::new("Orders API", &[Locked::CATALOG]);

/// What Rocket warns of while it answers.
struct Warnings(Mutex<Vec<String>>);

impl Log for Warnings {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= Level::Warn
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            self.0.lock().unwrap().push(record.args().to_string());
        }
    }

    fn flush(&self) {}
}

static WARNINGS: Warnings = Warnings(Mutex::new(Vec::new()));

#[get("/locked")]
fn locked() -> Locked {
    Locked
}

#[get("/any")]
fn any() -> Result<(), Error> {
    Err(Locked.into())
}

#[get("/orders/<_id>?<_limit>")]
fn order(_id: u64, _limit: Option<u64>) {}

#[derive(FromForm)]
struct Filter {
    _limit: u64,
}

#[get("/strict?<_filter..>")]
fn strict(_filter: Filter) {}

#[post("/orders", data = "<_order>")]
fn create(_order: Json<u64>) {}

#[get("/panics")]
fn panics() {
    panic!("hunter2");
}

#[rocket::async_test]
async fn no_reply_makes_the_shield_warn() {
    log::set_logger(&WARNINGS).unwrap();
    log::set_max_level(LevelFilter::Warn);
    let config = rocket::Config { port: 0, ..rocket::Config::debug_default() };
    let (sender, receiver) = std::sync::mpsc::channel();
    let rocket = rocket::custom(config)
        .mount("/", routes![locked, any, order, strict, create, panics])
        .attach(errbook_rocket::fairing(&BOOK))
        .attach(rocket::fairing::AdHoc::on_liftoff("port", move |rocket| {
            let (port, shutdown) = (rocket.config().port, rocket.shutdown());
            Box::pin(async move { sender.send((port, shutdown)).unwrap() })
        }));
    let server = rocket::tokio::spawn(rocket.launch());
    let answers = rocket::tokio::task::spawn_blocking(move || {
        let (port, shutdown) = receiver.recv().unwrap();
        let requests = [
            "GET /locked",
            "HEAD /locked",
            "GET /any",
            "GET /orders/x",
            "GET /strict",
            "POST /orders",
            "GET /panics",
            "GET /nothing",
            "GET /%zz",
            "GET %%",
        ];
        let answers: Vec<_> = requests.iter().map(|request| ask(port, request)).collect();
        shutdown.notify();
        answers
    });
    for answer in answers.await.unwrap() {
        assert!(answer.starts_with("http/1.1 4") || answer.starts_with("http/1.1 5"), "{answer}");
        assert!(answer.matches("x-content-type-options: nosniff").count() <= 1, "{answer}");
    }
    server.await.unwrap().unwrap();
    let warnings = WARNINGS.0.lock().unwrap();
    assert!(!warnings.iter().any(|text| text.contains("Shield")), "{warnings:?}");
    // The log is seen at all.
    assert!(warnings.iter().any(|text| text.contains("No matching routes")), "{warnings:?}");
}

fn ask(port: u16, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let head = format!("{request} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let mut text = Vec::new();
    stream.read_to_end(&mut text).unwrap();
    String::from_utf8_lossy(&text).to_lowercase()
}
