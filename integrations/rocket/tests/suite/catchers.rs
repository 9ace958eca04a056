//! What Rocket refuses, and the catchers of others.

use errbook::ApiError;
use errbook_rocket::Error;
use rocket::http::Status;
use rocket::request::{FromRequest, Outcome};
use rocket::response::content::RawHtml;
use rocket::{Request, catch, catchers, get, routes};

use crate::{BOOK, Log, OrderError, client, line, rocket};

const NOT_FOUND: &str = r#"404 {"code":"NOT_FOUND","message":"Not Found","trace_id":"id-1"} id-1"#;

#[derive(Debug, ApiError)]
#[api(display, status = 401, code = "TOKEN_MISSING", header("WWW-Authenticate" = "Bearer"))]
struct TokenMissing;

errbook_rocket::api_impls! { [static] [] [TokenMissing] [] [] }

struct Token;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Token {
    type Error = Error;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Error> {
        Error::from(TokenMissing).refuse(request)
    }
}

#[get("/guarded")]
fn guarded(_token: Token) -> &'static str {
    "fine"
}

#[get("/optional?<status>")]
fn optional(token: Option<Token>, status: u16) -> Result<(), Status> {
    token.map(|Token| ()).ok_or(Status::new(status))
}

#[get("/given")]
fn given(token: Result<Token, Error>) -> Result<&'static str, Error> {
    token.map(|Token| "fine")
}

#[catch(404)]
fn html() -> RawHtml<&'static str> {
    RawHtml("<p>")
}

#[catch(default)]
fn plain(status: Status, _: &Request<'_>) -> (rocket::http::ContentType, String) {
    (rocket::http::ContentType::JSON, format!("\"{}\"", status.code))
}

#[catch(409)]
fn declared() -> OrderError {
    OrderError::Locked
}

#[catch(410)]
fn broken() -> OrderError {
    panic!("secret")
}

/// The error of a guard is the reply if Rocket answers with its status, and is forgotten otherwise.
#[test]
fn guards_reply_with_their_error() {
    let log = Log::default();
    let fairing = errbook_rocket::fairing_with(log.policy());
    let client = client(rocket().mount("/", routes![guarded, optional, given]).attach(fairing));
    let missing = r#"401 {"code":"TOKEN_MISSING","message":"Unauthorized","trace_id":"id-1"} id-1"#;
    assert_eq!(line(client.get("/guarded")), missing);
    assert_eq!(line(client.get("/given")), missing);
    assert_eq!(line(client.get("/optional?status=404")), NOT_FOUND);
    assert_eq!(
        log.take(),
        [
            "TOKEN_MISSING 401 id-1 /guarded []",
            "TOKEN_MISSING 401 id-1 /given []",
            "NOT_FOUND 404 id-1 /optional []"
        ]
    );
    let response = client.get("/guarded").dispatch();
    assert_eq!(response.headers().get("www-authenticate").collect::<Vec<_>>(), ["Bearer"]);
}

/// A catcher of a status or of a path wins. One of the same place is the only one.
#[test]
fn catchers_of_others_win() {
    let log = Log::default();
    let of_a_status = rocket()
        .mount("/", routes![optional])
        .register("/", catchers![html, declared, broken])
        .attach(errbook_rocket::fairing_with(log.policy()));
    let of_a_status = client(of_a_status);
    assert_eq!(line(of_a_status.get("/nothing")), "404 <p> -");
    assert_eq!(log.take(), [""; 0]);
    assert_eq!(line(of_a_status.get("/optional?status=409")), crate::LOCKED);
    assert_eq!(log.take(), ["LOCKED 409 id-1 /optional []"]);
    let internal =
        r#"500 {"code":"INTERNAL_SERVER_ERROR","message":"Internal Server Error","trace_id":"id-1"} id-1"#;
    assert_eq!(line(of_a_status.get("/optional?status=410")), internal);
    assert_eq!(log.take(), ["INTERNAL_SERVER_ERROR 500 id-1 /optional []"]);

    let default = rocket()
        .register("/", catchers![plain])
        .register("/api", errbook_rocket::catchers())
        .attach(errbook_rocket::fairing(&BOOK));
    let default = client(default);
    assert_eq!(line(default.get("/nothing")), "404 \"404\" -");
    assert_eq!(line(default.get("/api/nothing")), NOT_FOUND);
}

#[test]
fn the_catchers_need_the_fairing() {
    let client = client(rocket().register("/", errbook_rocket::catchers()));
    assert!(line(client.get("/nothing")).contains("<h1>404: Not Found</h1>"));
}

/// The last fairing acts, once.
#[test]
fn attached_twice() {
    let (first, second) = (Log::default(), Log::default());
    let rocket = rocket()
        .mount("/", routes![given])
        .attach(errbook_rocket::fairing_with(first.policy()))
        .attach(errbook_rocket::fairing_with(second.policy()));
    let client = client(rocket);
    assert_eq!(line(client.get("/nothing")), NOT_FOUND);
    assert!(line(client.get("/given")).starts_with("401"));
    assert_eq!((first.take().len(), second.take().len()), (0, 2));
}
