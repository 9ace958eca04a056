//! No reply has facts of another request.

use std::time::Duration;

use crate::Run;
use crate::case::Shown;
use crate::cases::{LOCKED, NO_SUCH_ORDER};
use crate::connection::Connection;
use crate::expect::{self, Id};
use crate::reply::Reply;
use crate::request::Request;
use crate::{http2, parallel};

/// How many connections there are at once.
const CLIENTS: usize = 64;

/// Has requests meet that may be mixed up: on one connection, on one thread, after a panic, after a client is gone.
pub fn check(run: &mut Run<'_>) {
    run.check("no id is left by a panic", |run| {
        parallel::run(CLIENTS, |client| after_panic(run, client)).map(drop)
    });
    run.check("no id is left by a client that is gone", |run| {
        for round in 0..3 {
            parallel::run(CLIENTS, |client| gone(run, client, round))?;
            parallel::run(CLIENTS, |client| others(run, client))?;
        }
        Ok(())
    });
    run.check("pipelined requests that wait", |run| {
        parallel::run(CLIENTS, |client| pipelined(run, client)).map(drop)
    });
    if run.framework.has_http2 {
        run.check("streams of one connection that wait", |run| {
            parallel::run(4, |client| streams(run, client)).map(drop)
        });
        run.check("no id is left by a stream that is reset", resets);
    }
}

/// Checks the reply to a request that waits. A busy machine may take longer than the timeout of the example.
fn waited(run: &Run<'_>, request: &Request, reply: &Reply, id: Id<'_>) -> Result<(), String> {
    let timeout = run.framework.status("timeout", 504);
    let shown = if reply.status == timeout { Shown::refused(timeout) } else { Shown::from(&LOCKED) };
    expect::error(&shown, request, reply, id).map(drop)
}

/// Whether the server closes the connection after a reply: after a panic, or after a timeout, as salvo does.
fn closes(reply: &Reply) -> bool {
    reply.all("connection").iter().any(|value| value.eq_ignore_ascii_case(b"close"))
}

/// A request without an id on the connection of a panic, or on a new one if the server has closed it.
fn after_panic(run: &Run<'_>, client: usize) -> Result<(), String> {
    let mut connection = Connection::open(run.layered.address)?;
    for round in 0..5 {
        let id = format!("panic-{client}-{round}");
        let request = Request::get("/panic").with("x-request-id", &id);
        let reply = connection.ask(&request)?;
        expect::error(&Shown::refused(500), &request, &reply, Id::Given(&id))?;
        if closes(&reply) {
            connection = Connection::open(run.layered.address)?;
        }
        let request = Request::get("/orders/8");
        let reply = connection.ask(&request)?;
        expect::error(&Shown::from(&NO_SUCH_ORDER), &request, &reply, Id::Made)?;
    }
    Ok(())
}

/// A client that does not wait for its reply.
fn gone(run: &Run<'_>, client: usize, round: u64) -> Result<(), String> {
    let target = if client % 2 == 0 { "/slow?ms=200" } else { "/hang" };
    let mut connection = Connection::open(run.layered.address)?;
    connection.send(&Request::get(target).with("x-request-id", format!("gone-{client}-{round}")).to_bytes());
    std::thread::sleep(Duration::from_millis(round * 20));
    Ok(())
}

/// A client that comes while the server still works for those that are gone.
fn others(run: &Run<'_>, client: usize) -> Result<(), String> {
    let mut connection = Connection::open(run.layered.address)?;
    for round in 0..4 {
        let request = Request::get("/slow?ms=4");
        let reply = connection.ask(&request)?;
        waited(run, &request, &reply, Id::Made)?;
        if closes(&reply) {
            connection = Connection::open(run.layered.address)?;
        }
        let id = format!("here-{client}-{round}");
        let request = Request::get("/orders/8").with("x-request-id", &id);
        let reply = connection.ask(&request)?;
        expect::error(&Shown::from(&NO_SUCH_ORDER), &request, &reply, Id::Given(&id))?;
    }
    Ok(())
}

/// All requests are sent before the first reply is read.
fn pipelined(run: &Run<'_>, client: usize) -> Result<(), String> {
    let request = |at| Request::get("/slow?ms=20").with("x-request-id", format!("piped-{client}-{at}"));
    let mut connection = Connection::open(run.layered.address)?;
    connection.send(&(0..4).flat_map(|at| request(at).to_bytes()).collect::<Vec<_>>());
    for at in 0..4 {
        let reply = connection.receive(false)?;
        let id = format!("piped-{client}-{at}");
        waited(run, &request(at), &reply, Id::Given(&id))?;
        if closes(&reply) {
            break;
        }
    }
    Ok(())
}

fn streams(run: &Run<'_>, client: usize) -> Result<(), String> {
    let id = |at| format!("stream-{client}-{at}");
    let request = |at| Request::get(&format!("/slow?ms={}", at % 40)).with("x-request-id", id(at));
    // Servers refuse more at once.
    let requests = (0..100).map(request).collect::<Vec<_>>();
    let replies = http2::ask_all(run.layered.address, &requests)?;
    for (at, (request, reply)) in requests.iter().zip(&replies).enumerate() {
        waited(run, request, reply, Id::Given(&id(at)))?;
    }
    Ok(())
}

fn resets(run: &Run<'_>) -> Result<(), String> {
    let gone = |at| Request::get("/slow?ms=200").with("x-request-id", format!("reset-{at}"));
    // After more of them, servers close the connection.
    let gone = (0..16).map(gone).collect::<Vec<_>>();
    let requests = vec![Request::get("/slow?ms=8"); 16];
    for (request, reply) in requests.iter().zip(&http2::ask_after(run.layered.address, &gone, &requests)?) {
        waited(run, request, reply, Id::Made)?;
    }
    Ok(())
}
