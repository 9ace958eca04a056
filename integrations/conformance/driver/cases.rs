//! The table of cases: a new one is one entry.

use crate::case::Expected::{Error, Own, Refused};
use crate::case::{Case, Declared, Expected};
use crate::request::Request;

const PLAIN: Declared = Declared {
    status: 500,
    code: "",
    title: "",
    message: "",
    members: "",
    problem_members: "",
    headers: &[],
};

pub static NO_SUCH_ORDER: Declared = Declared {
    status: 404,
    code: "NO_SUCH_ORDER",
    title: "Not Found",
    message: "there is no order 8",
    members: r#","details":{"id":8}"#,
    problem_members: r#","id":8"#,
    ..PLAIN
};

static NO_FIRST_ORDER: Declared = Declared {
    message: "there is no order 1",
    members: r#","details":{"id":1}"#,
    problem_members: r#","id":1"#,
    ..NO_SUCH_ORDER
};

static INVALID_ORDER: Declared = Declared {
    status: 422,
    code: "INVALID_ORDER",
    title: "Unprocessable Content",
    message: "the order is not valid",
    members: r#","violations":[{"pointer":"/quantity","code":"MIN","message":"must be at least 1"}]"#,
    problem_members: r##","errors":[{"detail":"must be at least 1","pointer":"#/quantity","code":"MIN"}]"##,
    ..PLAIN
};

static DOUBLY_INVALID_ORDER: Declared = Declared {
    members: r#","violations":[{"pointer":"/item","code":"EMPTY","message":"must not be empty"},{"pointer":"/quantity","code":"MIN","message":"must be at least 1"}]"#,
    problem_members: r##","errors":[{"detail":"must not be empty","pointer":"#/item","code":"EMPTY"},{"detail":"must be at least 1","pointer":"#/quantity","code":"MIN"}]"##,
    ..INVALID_ORDER
};

pub static LOCKED: Declared =
    Declared { status: 409, code: "LOCKED", title: "Conflict", message: "the order is locked", ..PLAIN };

static RATE_LIMITED: Declared = Declared {
    status: 429,
    code: "RATE_LIMITED",
    title: "Too Many Requests",
    message: "Too Many Requests",
    headers: &[("retry-after", "30")],
    ..PLAIN
};

static TOKEN_MISSING: Declared = Declared {
    status: 401,
    code: "TOKEN_MISSING",
    title: "Unauthorized",
    message: "Unauthorized",
    headers: &[("www-authenticate", "Bearer realm=\"orders\"")],
    ..PLAIN
};

static STORE_DOWN: Declared = Declared {
    status: 500,
    code: "STORE_DOWN",
    title: "Internal Server Error",
    message: "Internal Server Error",
    ..PLAIN
};

static UPSTREAM: Declared =
    Declared { status: 502, code: "UPSTREAM", title: "Bad Gateway", message: "Upstream failed", ..PLAIN };

static UPSTREAM_404: Declared = Declared { status: 404, title: "Not Found", ..UPSTREAM };

static UPSTREAM_599: Declared = Declared { status: 599, title: "Upstream failed", ..UPSTREAM };

/// A limit of the API is 64 KiB.
const TOO_LONG: usize = 64 * 1024 + 1;

/// All cases.
pub fn all() -> Vec<Case> {
    [declared(), refused(), own()].into_iter().flatten().collect()
}

fn get(name: &'static str, target: &str, expected: Expected) -> Case {
    Case { name, request: Request::get(target), expected }
}

fn post(name: &'static str, request: Request, expected: Expected) -> Case {
    Case { name, request, expected }
}

fn json(body: &str) -> Request {
    Request::post("/orders", "application/json", body)
}

fn form(body: &str) -> Request {
    Request::post("/form", "application/x-www-form-urlencoded", body)
}

fn declared() -> Vec<Case> {
    vec![
        get("an order that is not there", "/orders/8", Error(&NO_SUCH_ORDER)),
        post("invalid order", json(r#"{"item":"a","quantity":0}"#), Error(&INVALID_ORDER)),
        post("two violations", json(r#"{"item":"","quantity":0}"#), Error(&DOUBLY_INVALID_ORDER)),
        post("locked order", json(r#"{"item":"locked","quantity":1}"#), Error(&LOCKED)),
        post("invalid form", form("item=a&quantity=0"), Error(&INVALID_ORDER)),
        post("locked form", form("item=locked&quantity=1"), Error(&LOCKED)),
        get("retry after", "/limited", Error(&RATE_LIMITED)),
        get("constant header", "/secret", Error(&TOKEN_MISSING)),
        get("source that is secret", "/store", Error(&STORE_DOWN)),
        get("status at runtime", "/upstream/404", Error(&UPSTREAM_404)),
        get("unregistered status", "/upstream/599", Error(&UPSTREAM_599)),
        get("status that is no error", "/upstream/200", Error(&UPSTREAM)),
        get("status that is no status", "/upstream/65535", Error(&UPSTREAM)),
        get("one of two types", "/any?which=order", Error(&NO_FIRST_ORDER)),
        get("the other type", "/any?which=auth", Error(&TOKEN_MISSING)),
        get("error after awaits", "/slow?ms=20", Error(&LOCKED)),
        get("error in a spawned task", "/spawned", Error(&LOCKED)),
    ]
}

fn refused() -> Vec<Case> {
    let long = format!(r#"{{"item":"{}","quantity":1}}"#, "a".repeat(TOO_LONG));
    let long_form = format!("item={}&quantity=1", "a".repeat(TOO_LONG));
    vec![
        get("path parameter", "/orders/x", Refused(400)),
        get("path parameter out of range", "/upstream/65536", Refused(400)),
        get("query parameter", "/orders?limit=x", Refused(400)),
        post("JSON syntax", json("{"), Refused(400)),
        post("wrong type in JSON", json(r#"{"item":"a","quantity":"x"}"#), Refused(422)),
        post("empty JSON", json(""), Refused(400)),
        post(
            "JSON of another content type",
            Request::post("/orders", "text/plain", r#"{"item":"a","quantity":1}"#),
            Refused(415),
        ),
        post("JSON that is too large", json(&long), Refused(413)),
        post("JSON in chunks that are too large", json(&long).in_chunks(), Refused(413)),
        post("wrong type in a form", form("item=a&quantity=x"), Refused(422)),
        post(
            "form of another content type",
            Request::post("/form", "text/plain", "item=a&quantity=1"),
            Refused(415),
        ),
        post("form that is too large", form(&long_form), Refused(413)),
        get("panic", "/panic", Refused(500)),
        get("timeout", "/hang", Refused(504)),
        get("no route", "/nothing/here", Refused(404)),
        get("escapes in the path", "/nothing%20h%C3%A9re/%22%5C%0A", Refused(404)),
        post("wrong method", Request::new("DELETE", "/orders/7"), Refused(405)),
    ]
}

fn own() -> Vec<Case> {
    vec![
        get("an order", "/orders/7", Own(200, r#"{"id":7}"#)),
        get("list", "/orders?limit=3", Own(200, "[]")),
        post("new order", json(r#"{"item":"a","quantity":1}"#), Own(201, "")),
        post("new order in chunks", json(r#"{"item":"a","quantity":1}"#).in_chunks(), Own(201, "")),
        post("new order by form", form("item=a&quantity=1"), Own(201, "")),
        post("authorized", Request::get("/secret").with("authorization", "Bearer x"), Own(200, "secret")),
        get("the handler's JSON", "/own-json", Own(400, r#"{"mine":true}"#)),
        get("the handler's HTML", "/own-html", Own(404, "<h1>mine</h1>")),
        get("stream", "/stream", Own(200, "data: 0\n\ndata: 1\n\ndata: 2\n\n")),
    ]
}
