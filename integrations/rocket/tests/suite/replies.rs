//! Which response an error belongs to, and what is kept of it.

use errbook_rocket::TraceId;
use rocket::http::{ContentType, Header, Status};
use rocket::response::{self, Responder, Response};
use rocket::{Request, get, routes};

use crate::{LOCKED, Log, OrderError, client, line, rocket};

#[get("/locked")]
fn locked() -> OrderError {
    OrderError::Locked
}

/// A response that makes another one from an error, and sends its own.
struct Instead(&'static str);

impl<'r> Responder<'r, 'static> for Instead {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        drop(OrderError::StoreDown(std::fmt::Error).respond_to(request));
        match self.0 {
            "status" => Err(Status::NotFound),
            "own" => (Status::BadRequest, (ContentType::JSON, "{}"))
                .respond_to(request)
                .map(|_| Response::build().status(Status::BadRequest).header(ContentType::JSON).finalize()),
            _ => OrderError::Locked.respond_to(request),
        }
    }
}

#[get("/instead/<what>")]
fn instead(what: &str) -> Instead {
    Instead(match what {
        "status" => "status",
        "own" => "own",
        _ => "locked",
    })
}

/// Headers and a status around an error stay.
#[derive(rocket::Responder)]
#[response(status = 503)]
struct Around {
    error: OrderError,
    header: Header<'static>,
}

#[get("/around")]
fn around() -> Around {
    Around { error: OrderError::Locked, header: Header::new("x-mine", "1") }
}

#[derive(rocket::Responder)]
struct Text {
    text: &'static str,
    header: Header<'static>,
}

#[get("/headers")]
fn headers() -> (Status, Text) {
    (Status::NotFound, Text { text: "secret", header: Header::new("content-encoding", "gzip") })
}

#[get("/id")]
fn id(id: TraceId) -> String {
    id.0.map(|id| id.to_string()).unwrap_or_default()
}

fn routes() -> Vec<rocket::Route> {
    routes![locked, instead, around, headers, id]
}

#[test]
fn the_error_of_another_response_is_forgotten() {
    let log = Log::default();
    let client = client(rocket().mount("/", routes()).attach(errbook_rocket::fairing_with(log.policy())));
    let not_found = r#"404 {"code":"NOT_FOUND","message":"Not Found","trace_id":"id-1"} id-1"#;
    assert_eq!(line(client.get("/instead/status")), not_found);
    assert_eq!(line(client.get("/instead/own")), "400  -");
    assert_eq!(line(client.get("/instead/locked")), LOCKED);
    assert_eq!(log.take(), ["NOT_FOUND 404 id-1 /instead/<what> []", "LOCKED 409 id-1 /instead/<what> []"]);
}

#[test]
fn what_is_around_an_error_stays() {
    let log = Log::default();
    let client = client(rocket().mount("/", routes()).attach(errbook_rocket::fairing_with(log.policy())));
    let response = client.get("/around").header(Header::new("x-request-id", "id-1")).dispatch();
    assert_eq!(response.status(), Status::ServiceUnavailable);
    assert_eq!(response.headers().get("x-mine").collect::<Vec<_>>(), ["1"]);
    assert_eq!(response.headers().get("x-request-id").collect::<Vec<_>>(), ["id-1"]);
    assert_eq!(response.headers().get("cache-control").collect::<Vec<_>>(), ["no-store"]);
    assert_eq!(log.take(), ["LOCKED 503 id-1 /around []"]);

    let response = client.get("/headers").dispatch();
    assert_eq!(response.headers().get_one("content-encoding"), None);
    assert_eq!(response.headers().get_one("content-type"), Some("application/json"));
}

/// The body of a problem says which status the response has (RFC 9457 §3.1.2).
#[test]
fn a_status_of_the_handler_is_that_of_the_body() {
    let client =
        client(rocket().mount("/", routes()).attach(errbook_rocket::fairing_with(Log::default().policy())));
    let response = client.get("/around").header(Header::new("accept", "application/problem+json")).dispatch();
    assert_eq!(response.headers().get("x-mine").collect::<Vec<_>>(), ["1"]);
    let body = response.into_string().unwrap();
    assert!(body.contains(r#""status":503"#) && body.contains("LOCKED"), "{body}");
}

#[test]
fn head_has_the_length_and_no_body() {
    let client =
        client(rocket().mount("/", routes()).attach(errbook_rocket::fairing_with(Log::default().policy())));
    for path in ["/locked", "/nothing"] {
        assert!(line(client.head(path)).ends_with("  id-1"), "{path}");
        let length = client.get(path).dispatch().body().preset_size();
        assert_eq!(client.head(path).dispatch().body().preset_size(), length);
    }
}

#[test]
fn the_guard_has_the_identifier_of_the_request() {
    let with =
        client(rocket().mount("/", routes()).attach(errbook_rocket::fairing_with(Log::default().policy())));
    assert_eq!(line(with.get("/id")), "200 id-1 -");
    assert_eq!(with.get("/id").dispatch().into_string().unwrap().len(), 32);
    let without = client(rocket().mount("/", routes()));
    assert_eq!(line(without.get("/id")), "200  -");
    assert_eq!(line(without.get("/locked")), r#"409 {"code":"LOCKED","message":"the order is locked"} -"#);
}
