//! The settings of the fairing.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use errbook::{AnyError, ApiError, HttpError};
use errbook_rocket::{Form, Json, Policy};
use rocket::http::{ContentType, Status};
use rocket::{FromForm, get, post, routes};

use crate::{BOOK, Log, OrderError, client, line, rocket};

#[derive(FromForm)]
struct Count {
    n: u8,
}

#[post("/json", data = "<n>")]
fn json(n: Json<u8>) -> Json<u8> {
    n
}

#[expect(clippy::needless_pass_by_value, reason = "Rocket passes data by value")]
#[post("/form", data = "<count>")]
fn form(count: Form<Count>) -> String {
    count.n.to_string()
}

#[get("/store")]
fn store() -> OrderError {
    OrderError::StoreDown(std::fmt::Error)
}

#[get("/text")]
fn text() -> (Status, &'static str) {
    (Status::BadRequest, "not so")
}

fn with(policy: Policy) -> rocket::local::blocking::Client {
    let routes = routes![json, form, store, text];
    client(rocket().mount("/", routes).attach(errbook_rocket::fairing_with(policy)))
}

#[test]
fn texts_become_messages() {
    let log = Log::default();
    for (policy, is_sent) in [(log.policy().with_texts(), true), (log.policy(), false)] {
        let client = with(policy);
        let sent = |path, content_type, body| line(client.post(path).header(content_type).body(body));
        let refused = sent("/json", ContentType::JSON, "x");
        assert_eq!(refused.contains("expected value at line 1 column 1"), is_sent, "{refused}");
        let refused = sent("/form", ContentType::Form, "n=256");
        assert_eq!(refused.contains("number too large"), is_sent, "{refused}");
        let text = line(client.get("/text"));
        assert_eq!(text.contains("not so"), is_sent, "{text}");
        assert_eq!(sent("/json", ContentType::JSON, "7"), "200 7 -");
        assert_eq!(sent("/form", ContentType::Form, "n=7"), "200 7 -");
    }
    let logged = log.take().join("\n");
    for text in ["expected value at line 1", "number too large", "not so"] {
        assert!(logged.contains(text), "{logged}");
    }
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NO_SUCH_PAGE")]
struct NoSuchPage;

#[test]
fn other_errors_are_chosen() {
    let choose = |refusal: errbook_rocket::Refusal| match refusal.status.as_u16() {
        404 => AnyError::from(NoSuchPage),
        _ => HttpError::new(refusal.status).into(),
    };
    let client = with(Policy::new(&BOOK).with_http_error(choose));
    let expected = r#"404 {"code":"NO_SUCH_PAGE","message":"Not Found","trace_id":"id-1"} id-1"#;
    assert_eq!(line(client.get("/nothing")), expected);
}

/// What is not replaced is answered by the catcher of Rocket.
#[test]
fn a_rule_chooses_what_is_replaced() {
    let client = with(Policy::new(&BOOK).with_rule(|unmarked| unmarked.status == 400));
    assert!(line(client.get("/nothing")).contains("<h1>404: Not Found</h1>"));
    assert!(line(client.get("/text")).starts_with(r#"400 {"code":"BAD_REQUEST""#));
}

#[test]
fn a_hook_sees_the_error() {
    let count = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&count);
    let policy = Log::default().policy().with_hook(move |event| {
        let error = event.occurrence.as_error().downcast_ref::<OrderError>();
        assert!(matches!(error, Some(OrderError::StoreDown(_))));
        assert_eq!(event.route, Some("/store"));
        seen.fetch_add(1, Ordering::Relaxed);
    });
    assert!(line(with(policy).get("/store")).starts_with("500"));
    assert_eq!(count.load(Ordering::Relaxed), 1);
}

#[test]
fn an_identifier_is_taken_from_elsewhere() {
    let client =
        with(Policy::new(&BOOK).with_trace_id(|| errbook::TraceId::new("span-1")).with_id_on_success());
    assert!(line(client.get("/store")).ends_with(r#""trace_id":"span-1"} span-1"#));
    let fine = client.post("/json").header(ContentType::JSON).body("7");
    assert_eq!(line(fine), "200 7 span-1");
}
