//! The plug-in, the fairing and the catcher of Rocket, in process: what the shared driver of all frameworks cannot see.

mod catchers;
mod hostile;
mod leaks;
mod policy;
mod replies;

use std::sync::{Arc, Mutex};

use errbook::{ApiError, Book};
use errbook_rocket::{ErrorEvent, Policy};
use rocket::http::Header;
use rocket::local::blocking::{Client, LocalRequest};
use rocket::{Build, Rocket};

#[derive(Debug, ApiError)]
#[api(display)]
enum OrderError {
    #[api(status = 409, code = "LOCKED", message = "the order is locked")]
    Locked,
    #[api(status = 500, code = "STORE_DOWN")]
    StoreDown(#[api(from)] std::fmt::Error),
}

errbook_rocket::api_impls! { [static] [] [OrderError] [] [] }

static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);

const LOCKED: &str = r#"409 {"code":"LOCKED","message":"the order is locked","trace_id":"id-1"} id-1"#;

/// A Rocket without a log of its own.
fn rocket() -> Rocket<Build> {
    rocket::custom(rocket::Config { log_level: rocket::config::LogLevel::Off, ..rocket::Config::default() })
}

fn client(rocket: Rocket<Build>) -> Client {
    Client::untracked(rocket).unwrap()
}

/// The status, the body and the trace id of the reply to a request with the identifier `id-1`, in one line.
fn line(request: LocalRequest<'_>) -> String {
    let response = request.header(Header::new("x-request-id", "id-1")).dispatch();
    let id = response.headers().get("x-request-id").collect::<Vec<_>>().join(", ");
    let status = response.status().code;
    let has_nosniff = response.headers().get("x-content-type-options").eq(["nosniff"]);
    assert!(has_nosniff, "{:?}", response.headers());
    format!(
        "{status} {} {}",
        response.into_string().unwrap_or_default(),
        if id.is_empty() { "-" } else { &id }
    )
}

/// What was logged: code, status, trace id, route and chain of each error.
#[derive(Debug, Default, Clone)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    fn policy(&self) -> Policy {
        let log = self.clone();
        Policy::new(&BOOK).with_log(move |event| log.push(event))
    }

    fn push(&self, event: &ErrorEvent<'_>) {
        let (code, status) = (event.occurrence.error().code(), event.status.as_u16());
        let trace_id = event.trace_id.map_or("-", errbook::TraceId::as_str);
        let line = format!("{code} {status} {trace_id} {} [{}]", event.route.unwrap_or("-"), event.chain());
        self.0.lock().unwrap().push(line);
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}
