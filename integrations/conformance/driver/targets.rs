//! Targets of unusual form (RFC 9112 §3.2): a reply names the path of its request, and never another host (RFC 3986 §4.2).

use serde_json::Value;

use crate::Run;
use crate::connection::ask;
use crate::expect;
use crate::request::Request;

/// A method and a target, and the instance of its reply.
const TARGETS: [(&str, &str, &str); 8] = [
    ("OPTIONS", "*", "*"),
    ("GET", "http://elsewhere.example/orders/8", "/orders/8"),
    ("GET", "http://elsewhere.example", "/"),
    ("GET", "//elsewhere.example/orders", "/.//elsewhere.example/orders"),
    ("GET", "/\\elsewhere.example", "/%5Celsewhere.example"),
    ("GET", "/..//elsewhere.example", "/..//elsewhere.example"),
    ("GET", "/orders/%zz", "/orders/%25zz"),
    ("GET", "/orders/%00", "/orders/%00"),
];

/// Asks for each target.
pub fn check(run: &mut Run<'_>) {
    for (method, target, instance) in TARGETS {
        run.check(&format!("target: {method} {target}"), |run| {
            let found = instance_of(run, &Request::new(method, target))?;
            expect::same("instance", instance, found.as_str().unwrap_or_default())
        });
    }
    run.check("target: CONNECT", |run| {
        match instance_of(run, &Request::new("CONNECT", "elsewhere.example:80"))? {
            // It has no path. One framework has that of the server for it.
            Value::Null => Ok(()),
            instance => expect::same("instance", "/", instance.as_str().unwrap_or_default()),
        }
    });
}

/// The instance of an error reply.
fn instance_of(run: &Run<'_>, request: &Request) -> Result<Value, String> {
    let reply = ask(run.layered.address, request)?;
    if reply.status < 400 {
        return Err(format!("status {}", reply.status));
    }
    expect::no_leaks(&reply)?;
    let body = serde_json::from_slice::<Value>(&reply.body).map_err(|error| error.to_string())?;
    expect::same("trace_id", reply.only("x-request-id")?, body["trace_id"].as_str().unwrap_or_default())?;
    Ok(body["instance"].clone())
}
