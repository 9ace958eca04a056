//! Each row of the table of cases, in every way that it can be asked.

use std::collections::BTreeSet;

use crate::Run;
use crate::case::{Case, Expected, Shown};
use crate::connection::{Connection, ask};
use crate::expect::{self, Id};
use crate::http2;
use crate::reply::Reply;
use crate::request::Request;

const TRACEPARENT: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
const TRACE_ID: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

/// A way to ask a case.
type Way = (&'static str, fn(&Run<'_>, &Case, &Shown) -> Result<(), String>);

/// The ways to ask for an error, each with its name.
const OF_ERRORS: [Way; 6] = [
    ("without an id", without_an_id),
    ("with traceparent", with_traceparent),
    ("with x-request-id", with_request_id),
    ("as problem details", as_problem),
    ("by HEAD", by_head),
    ("without the layer", without_the_layer),
];

/// Asks every case of the table.
pub fn check(run: &mut Run<'_>, cases: &[Case]) {
    for case in cases {
        let shown = match case.expected {
            Expected::Error(declared) => Shown::from(declared),
            Expected::Refused(usual) => match run.framework.status(case.name, usual) {
                status @ 400.. => Shown::refused(status),
                status => {
                    run.check(case.name, |run| untouched(run, case, status, None));
                    continue;
                }
            },
            Expected::Own(usual, body) => match run.framework.status(case.name, usual) {
                status if status != usual => Shown::refused(status),
                status => {
                    run.check(case.name, |run| untouched(run, case, status, Some(body)));
                    continue;
                }
            },
        };
        for (way, asks) in OF_ERRORS {
            run.check(case.name, |run| asks(run, case, &shown).map_err(|why| format!("{way}: {why}")));
        }
        if run.framework.has_http2 && case.request.method == "GET" {
            run.check(case.name, |run| {
                over_http2(run, case, &shown).map_err(|why| format!("over HTTP/2: {why}"))
            });
        }
    }
}

fn without_an_id(run: &Run<'_>, case: &Case, shown: &Shown) -> Result<(), String> {
    let mut ids = BTreeSet::new();
    for _ in 0..2 {
        let reply = ask(run.layered.address, &case.request)?;
        ids.insert(expect::error(shown, &case.request, &reply, Id::Made)?);
    }
    if ids.len() == 2 { Ok(()) } else { Err(format!("two requests have the id {ids:?}")) }
}

fn with_traceparent(run: &Run<'_>, case: &Case, shown: &Shown) -> Result<(), String> {
    let request = case.request.clone().with("traceparent", TRACEPARENT).with("x-request-id", "other");
    let reply = ask(run.layered.address, &request)?;
    expect::error(shown, &request, &reply, Id::Given(TRACE_ID)).map(drop)
}

fn with_request_id(run: &Run<'_>, case: &Case, shown: &Shown) -> Result<(), String> {
    let request = case.request.clone().with("X-Request-Id", "req-7");
    let reply = ask(run.layered.address, &request)?;
    expect::error(shown, &request, &reply, Id::Given("req-7")).map(drop)
}

fn as_problem(run: &Run<'_>, case: &Case, shown: &Shown) -> Result<(), String> {
    for accept in ["application/problem+json", "text/html, application/problem+json; charset=UTF-8"] {
        let request = case.request.clone().with("accept", accept);
        let reply = ask(run.layered.address, &request)?;
        expect::problem(shown, &request, &reply, Id::Made)?;
    }
    Ok(())
}

/// Two requests at once: a body after the head would be read as the start of the next reply.
fn by_head(run: &Run<'_>, case: &Case, shown: &Shown) -> Result<(), String> {
    if case.request.method != "GET" {
        return Ok(());
    }
    let refused = refused_head(run, case, shown);
    let shown = refused.as_ref().unwrap_or(shown);
    let head = case.request.as_head().with("traceparent", TRACEPARENT);
    let mut connection = Connection::open(run.layered.address)?;
    connection.send(&[head.to_bytes(), Request::get("/orders/7").to_bytes()].concat());
    let reply = connection.receive(true)?;
    expect::error(shown, &head, &reply, Id::Given(TRACE_ID))?;
    let next = connection.receive(false).map_err(|why| format!("the request after it: {why}"))?;
    expect::same("body of the request after it", r#"{"id":7}"#, &next.text())
}

/// What `HEAD` is answered where a framework refuses it for routes of `GET`. Without a route it is refused as `GET` is.
fn refused_head(run: &Run<'_>, case: &Case, shown: &Shown) -> Option<Shown> {
    let has_no_route = matches!(case.expected, Expected::Refused(_)) && shown.status == 404;
    run.framework.head.filter(|_| !has_no_route).map(Shown::refused)
}

/// The replies of declared errors are right, and the layer keeps the status and the headers of the others.
fn without_the_layer(run: &Run<'_>, case: &Case, shown: &Shown) -> Result<(), String> {
    let bare = match Connection::open(run.bare.address)?.ask(&case.request) {
        Ok(bare) => bare,
        // What most frameworks do about a panic.
        Err(_) if case.name == "panic" => return Ok(()),
        Err(why) => return Err(why.into()),
    };
    if matches!(case.expected, Expected::Error(_)) {
        expect::bare(shown, &case.request, &bare)?;
    } else {
        expect::same("status", &shown.status.to_string(), &bare.status.to_string())?;
    }
    kept(&bare, &ask(run.layered.address, &case.request)?)
}

/// The headers of a reply that describe its body or the message, not the error.
const OF_THE_BODY: [&str; 6] =
    ["content-length", "content-type", "date", "transfer-encoding", "connection", "vary"];

fn kept(bare: &Reply, layered: &Reply) -> Result<(), String> {
    for (name, _) in &bare.headers {
        let (before, after) = (bare.all(name), layered.all(name));
        if !OF_THE_BODY.contains(&name.as_str()) && before != after {
            return Err(format!("`{name}` was {before:?} without the layer, and is {after:?}"));
        }
    }
    if bare.all("allow").is_empty() && !layered.all("allow").is_empty() {
        return Err("the layer invents `allow`".to_owned());
    }
    Ok(())
}

fn over_http2(run: &Run<'_>, case: &Case, shown: &Shown) -> Result<(), String> {
    let get = case.request.clone().with("traceparent", TRACEPARENT);
    let refused = refused_head(run, case, shown);
    for (request, shown) in [(get.as_head(), refused.as_ref().unwrap_or(shown)), (get, shown)] {
        let reply = http2::ask(run.layered.address, &request)?;
        expect::error(shown, &request, &reply, Id::Given(TRACE_ID))?;
    }
    Ok(())
}

/// The reply is the same byte for byte with the layer and without it.
fn untouched(run: &Run<'_>, case: &Case, status: u16, body: Option<&str>) -> Result<(), String> {
    let layered = ask(run.layered.address, &case.request)?;
    expect::same("status", &status.to_string(), &layered.status.to_string())?;
    if let Some(body) = body {
        // The space in an event is optional.
        let plain = |text: &str| text.replace("data: ", "data:");
        expect::same("body", &plain(body), &plain(&layered.text()))?;
    }
    let bare = ask(run.bare.address, &case.request)?;
    if layered.without_date() == bare.without_date() {
        return Ok(());
    }
    let shown = |reply: &Reply| String::from_utf8_lossy(&reply.raw).into_owned();
    Err(format!("it was {:?} without the layer, and is {:?}", shown(&bare), shown(&layered)))
}
