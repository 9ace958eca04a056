//! What must hold of every error reply.

use crate::case::Shown;
use crate::reply::{Reply, contains};
use crate::request::Request;

/// What no client may read: secrets, panics, paths of types and of source files.
pub const LEAKS: [&str; 6] = ["hunter2", "10.0.0.5", "panicked", "::", ".rs", "backtrace"];

/// Which identifier a reply must have.
#[derive(Debug, Clone, Copy)]
pub enum Id<'a> {
    /// That of the request.
    Given(&'a str),
    /// One that errbook makes.
    Made,
}

/// Checks an error reply of the layer. Returns its identifier.
pub fn error(shown: &Shown, request: &Request, reply: &Reply, id: Id<'_>) -> Result<String, String> {
    let id = identifier(request, reply, id)?;
    let body = shown.body(Some((&id, request.path())));
    in_format(shown, request, reply, &body, "application/json")?;
    Ok(id)
}

/// Checks an error reply of the layer to a client that accepts problem details alone.
pub fn problem(shown: &Shown, request: &Request, reply: &Reply, id: Id<'_>) -> Result<(), String> {
    let id = identifier(request, reply, id)?;
    let body = shown.problem(&id, request.path());
    in_format(shown, request, reply, &body, "application/problem+json")
}

/// Checks an error reply without the layer.
pub fn bare(shown: &Shown, request: &Request, reply: &Reply) -> Result<(), String> {
    content(shown, request, reply, &shown.body(None), "application/json")?;
    match reply.all("x-request-id").as_slice() {
        [] => Ok(()),
        ids => Err(format!("unexpected `x-request-id`: {ids:?}")),
    }
}

/// The identifier in the header. One that errbook makes is in no header of the request.
fn identifier(request: &Request, reply: &Reply, id: Id<'_>) -> Result<String, String> {
    let sent = reply.only("x-request-id").map_err(|why| format!("status {}: {why}", reply.status))?;
    let is_right = match id {
        Id::Given(given) => sent == given,
        Id::Made => {
            let is_made =
                sent.len() == 32 && sent.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
            is_made && !request.headers.iter().any(|(_, value)| contains(value, sent.as_bytes()))
        }
    };
    if is_right {
        Ok(sent.to_owned())
    } else {
        Err(format!("expected `x-request-id` {id:?}, found {sent:?}"))
    }
}

fn in_format(
    shown: &Shown,
    request: &Request,
    reply: &Reply,
    body: &str,
    media_type: &str,
) -> Result<(), String> {
    content(shown, request, reply, body, media_type)?;
    for (name, value) in [("cache-control", "no-store"), ("x-content-type-options", "nosniff")] {
        same(name, value, reply.only(name)?)?;
    }
    let vary = reply.all("vary").join(&b","[..]).to_ascii_lowercase();
    let names_accept = vary.split(|byte| *byte == b',').any(|name| name.trim_ascii() == b"accept");
    if names_accept { Ok(()) } else { Err("`vary` does not name `accept`".to_owned()) }
}

/// What holds with the layer and without it.
fn content(
    shown: &Shown,
    request: &Request,
    reply: &Reply,
    body: &str,
    media_type: &str,
) -> Result<(), String> {
    if reply.status != shown.status {
        return Err(format!("expected status {}, found {}: {}", shown.status, reply.status, reply.text()));
    }
    same("content-type", media_type, reply.only("content-type")?)?;
    same("body", if request.is_head() { "" } else { body }, &reply.text())?;
    if !reply.all("content-length").is_empty() {
        same("content-length", &body.len().to_string(), reply.only("content-length")?)?;
    }
    for (name, value) in shown.headers {
        same(name, value, reply.only(name)?)?;
    }
    no_leaks(reply)
}

/// Checks that nothing secret was received.
pub fn no_leaks(reply: &Reply) -> Result<(), String> {
    match reply.find(&LEAKS) {
        None => Ok(()),
        Some(word) => Err(format!("`{word}` in {:?}", String::from_utf8_lossy(&reply.raw))),
    }
}

/// Compares what is expected with what was found.
pub fn same(what: &str, expected: &str, found: &str) -> Result<(), String> {
    if expected == found { Ok(()) } else { Err(format!("{what}: expected {expected:?}, found {found:?}")) }
}
