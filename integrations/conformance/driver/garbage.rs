//! Fuzzed requests: whatever a layer can reach is answered in the declared format, and the server lives.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::Value;

use crate::Run;
use crate::case::Shown;
use crate::cases::NO_SUCH_ORDER;
use crate::connection::{Connection, ask};
use crate::expect::{self, Id};
use crate::framework::Framework;
use crate::fuzz::{self, Fuzzed};
use crate::parallel;
use crate::reply::{NoReply, Reply};
use crate::request::Request;

/// How many connections there are at once.
const CLIENTS: usize = 32;

/// What servers answer below every layer: to what is not HTTP, too long, or not whole.
const BELOW: [u16; 8] = [400, 408, 411, 413, 414, 431, 501, 505];

/// How many replies there were of each kind.
#[derive(Debug, Default)]
struct Counts {
    successes: AtomicUsize,
    declared: AtomicUsize,
    below: AtomicUsize,
    none: AtomicUsize,
}

/// Sends this many requests.
pub fn check(run: &mut Run<'_>, count: usize, seed: u64) {
    let counts = Counts::default();
    run.check("garbage", |run| {
        let address = run.layered.address;
        let work =
            |client: usize| (client..count).step_by(CLIENTS).try_for_each(|at| one(run, at, seed, &counts));
        parallel::run(CLIENTS, work)?;
        let request = Request::get("/orders/8");
        expect::error(&Shown::from(&NO_SUCH_ORDER), &request, &ask(address, &request)?, Id::Made).map(drop)
    });
    let [successes, declared, below, none] =
        [counts.successes, counts.declared, counts.below, counts.none].map(AtomicUsize::into_inner);
    run.note(&format!(
        "{count} fuzzed requests (--seed {seed}): {successes} successes, {declared} declared errors, \
         {below} refused below every layer, {none} without a reply"
    ));
}

fn one(run: &Run<'_>, at: usize, seed: u64, counts: &Counts) -> Result<(), String> {
    let fuzzed = fuzz::request(&mut fuzz::rng(seed, at));
    let counted = match answer(run.layered.address, &fuzzed) {
        Ok(reply) => judge(run.framework, &fuzzed, &reply, counts),
        Err(NoReply::Closed | NoReply::Late) if fuzzed.whole.is_none() => Ok(&counts.none),
        // A server of HTTP/2 answers in frames.
        Err(NoReply::Malformed(frames)) if is_http2(&fuzzed) && !frames.contains("hunter2") => {
            Ok(&counts.none)
        }
        Err(why) => Err(why.to_string()),
    };
    let shown = || String::from_utf8_lossy(&fuzzed.bytes).into_owned();
    let kind =
        counted.map_err(|why| format!("request {at} of seed {seed}: {why}\nthe request is {:?}", shown()))?;
    kind.fetch_add(1, Ordering::Relaxed);
    Ok(())
}

fn is_http2(fuzzed: &Fuzzed) -> bool {
    fuzzed.bytes.starts_with(b"PRI * HTTP/2")
}

/// Sends the bytes. A server that waits for more is told that none will come.
fn answer(address: SocketAddr, fuzzed: &Fuzzed) -> Result<Reply, NoReply> {
    let mut connection = Connection::open(address).map_err(NoReply::Malformed)?;
    if fuzzed.whole.is_some() {
        return connection.exchange(&fuzzed.bytes, fuzzed.is_head());
    }
    connection.set_patience(Duration::from_millis(150));
    match connection.exchange(&fuzzed.bytes, fuzzed.is_head()) {
        Err(NoReply::Late) => {
            connection.end();
            connection.set_patience(Duration::from_secs(1));
            connection.receive(fuzzed.is_head())
        }
        answered => answered,
    }
}

fn judge<'c>(
    framework: &Framework,
    fuzzed: &Fuzzed,
    reply: &Reply,
    counts: &'c Counts,
) -> Result<&'c AtomicUsize, String> {
    if reply.find(&["hunter2", "10.0.0.5", "panicked"]).is_some() {
        return Err(format!("the reply leaks: {:?}", String::from_utf8_lossy(&reply.raw)));
    }
    if reply.status < 400 {
        return Ok(&counts.successes);
    }
    let is_read = |request: &Request| !request.method.contains(framework.refused_in_methods());
    let must_be_read = fuzzed.whole.as_ref().is_some_and(is_read);
    if !must_be_read && reply.all("x-request-id").is_empty() && BELOW.contains(&reply.status) {
        return Ok(&counts.below);
    }
    declared(fuzzed, reply).map_err(|why| format!("{why}: {:?}", String::from_utf8_lossy(&reply.raw)))?;
    Ok(&counts.declared)
}

/// Checks that a reply is in one of the formats of the API, whatever error it is.
fn declared(fuzzed: &Fuzzed, reply: &Reply) -> Result<(), String> {
    expect::same("cache-control", "no-store", reply.only("cache-control")?)?;
    let id = reply.only("x-request-id")?;
    let members: &[&str] = match reply.only("content-type")? {
        "application/json" => &["code", "message", "trace_id", "instance"],
        "application/problem+json" => &["type", "title", "status", "detail", "instance", "code", "trace_id"],
        other => return Err(format!("the content type is `{other}`")),
    };
    if fuzzed.is_head() {
        return expect::same("body", "", &reply.text());
    }
    let body: Value = serde_json::from_slice(&reply.body).map_err(|error| format!("not JSON: {error}"))?;
    // The target of a request that was changed need not have a path.
    let may_lack = |name: &str| name == "instance" && fuzzed.whole.is_none();
    let missing = members.iter().find(|name| body[**name].is_null() && !may_lack(name));
    if let Some(name) = missing {
        return Err(format!("missing member `{name}`"));
    }
    expect::same("trace_id", id, body["trace_id"].as_str().unwrap_or_default())?;
    match &fuzzed.whole {
        // What follows `//` is read as a host, whose characters are others.
        Some(request) if !request.path().starts_with("//") => {
            expect::same("instance", &repaired(request.path()), body["instance"].as_str().unwrap_or_default())
        }
        _ => Ok(()),
    }
}

/// A path whose escapes are whole: what is not one is escaped itself, since an instance is a URI (RFC 9457 §3.1.5).
fn repaired(path: &str) -> String {
    let mut parts = path.split('%');
    let mut repaired = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_escape = part.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
        repaired.push_str(if is_escape { "%" } else { "%25" });
        repaired.push_str(part);
    }
    repaired
}

#[cfg(test)]
mod tests {
    use super::repaired;

    #[test]
    fn an_escape_that_is_not_whole_is_escaped() {
        for (path, expected) in
            [("/a%2F%zz", "/a%2F%25zz"), ("/%", "/%25"), ("/%2", "/%252"), ("/%%41", "/%25%41")]
        {
            assert_eq!(repaired(path), expected);
        }
    }
}
