//! Many requests at once, half of them errors, each with an identifier of its own.

use std::time::{Duration, Instant};

use crate::Run;
use crate::case::Shown;
use crate::cases::NO_SUCH_ORDER;
use crate::connection::Connection;
use crate::expect::{self, Id};
use crate::parallel;
use crate::request::Request;

/// How many connections there are at once.
const CLIENTS: usize = 64;

/// The time that all requests may take together.
const LONGEST: Duration = Duration::from_secs(240);

/// Sends this many requests and checks every reply.
pub fn check(run: &mut Run<'_>, count: usize) {
    let start = Instant::now();
    run.check("load", |run| {
        let each = count.div_ceil(CLIENTS);
        parallel::run(CLIENTS, |client| one(run, client, each, start + LONGEST)).map(drop)
    });
    let took = start.elapsed().max(Duration::from_millis(1));
    let rate = count as u128 * 1000 / took.as_millis();
    run.note(&format!("{count} requests on {CLIENTS} connections in {took:.1?}, {rate} a second"));
}

fn one(run: &Run<'_>, client: usize, count: usize, until: Instant) -> Result<(), String> {
    let mut connection = Connection::open(run.layered.address)?;
    for at in 0..count {
        let id = format!("load-{client}-{at}");
        let (request, error) = request(at);
        let request = request.with("x-request-id", &id);
        let reply = connection.ask(&request).map_err(|why| format!("{id}: {why}"))?;
        match error {
            Some(shown) => {
                expect::error(&shown, &request, &reply, Id::Given(&id))?;
            }
            None => expect::same("body", r#"{"id":7}"#, &reply.text())?,
        }
        if Instant::now() > until {
            return Err(format!("only {at} of {count} requests a connection in {} s", LONGEST.as_secs()));
        }
    }
    Ok(())
}

/// A success, or one of an error of the API and one of the framework.
fn request(at: usize) -> (Request, Option<Shown>) {
    match at % 4 {
        0 => (Request::get("/orders/8"), Some(Shown::from(&NO_SUCH_ORDER))),
        2 => (Request::get("/nothing/here"), Some(Shown::refused(404))),
        _ => (Request::get("/orders/7"), None),
    }
}
