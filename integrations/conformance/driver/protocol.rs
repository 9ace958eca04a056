//! Servers whose errors are not those of HTTP: JSON-RPC, GraphQL and gRPC, with many calls at once and with fuzzed ones.

mod graphql;
mod grpc;
mod json_rpc;

use std::fmt::Debug;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use fastrand::Rng;
use serde_json::Value;

pub use self::graphql::GraphQl;
pub use self::grpc::Grpc;
pub use self::json_rpc::JsonRpc;
use crate::connection::Connection;
use crate::options::Options;
use crate::reply::Reply;
use crate::request::Request;
use crate::{Run, fuzz, parallel};

/// How the example of a framework is called.
pub trait Protocol: Debug + Sync {
    /// A call whose reply is the order 7, or an error of the API or of the framework.
    fn call(&self, kind: Kind) -> Request;

    /// A fuzzed call, which is valid HTTP.
    fn fuzzed(&self, rng: &mut Rng) -> Request;

    /// What a reply says. It is an error if that is not in the declared form.
    fn answer(&self, reply: &Reply) -> Result<Answer, String>;

    /// Sends calls on one connection.
    fn ask(&self, address: SocketAddr, requests: &[Request]) -> Result<Vec<Reply>, String> {
        let mut connection = Connection::open(address)?;
        requests.iter().map(|request| connection.ask(request).map_err(String::from)).collect()
    }
}

/// What a call is answered with.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Order,
    NoSuchOrder,
    /// The framework does not know what is called.
    Unknown,
}

/// What a reply says.
#[derive(Debug, PartialEq)]
pub enum Answer {
    /// Whether it is that of the order 7.
    Success {
        is_order: bool,
    },
    Errors(Vec<Declared>),
    /// It was refused below every layer.
    Below,
}

/// An error in the declared form.
#[derive(Debug, PartialEq)]
pub struct Declared {
    pub code: String,
    pub trace_id: String,
}

impl Declared {
    /// The error that an object has the code and the identifier of.
    fn of(object: &Value) -> Result<Self, String> {
        let text = |name: &str| object[name].as_str().map(str::to_owned);
        let declared = text("code").zip(text("trace_id"));
        let (code, trace_id) = declared.ok_or_else(|| format!("an error is not declared: {object}"))?;
        Ok(Self { code, trace_id })
    }
}

/// How many connections there are at once.
const CLIENTS: usize = 32;

/// How many calls are sent on one connection.
const TOGETHER: usize = 25;

/// Sends calls, and fuzzed ones.
pub fn check(run: &mut Run<'_>, protocol: &dyn Protocol, options: &Options) {
    let (count, start) = (options.load(run.framework), Instant::now());
    run.check("load", |run| {
        let each = count.div_ceil(CLIENTS);
        parallel::run(CLIENTS, |client| load(run.layered.address, protocol, client, each)).map(drop)
    });
    run.note(&format!("{count} calls on {CLIENTS} connections in {:.1?}", start.elapsed()));
    let counts = [const { AtomicUsize::new(0) }; 3];
    run.check("garbage", |run| {
        let address = run.layered.address;
        parallel::run(CLIENTS, |client| garbage(address, protocol, client, options, &counts))?;
        load(address, protocol, CLIENTS, TOGETHER)
    });
    let [successes, declared, below] = counts.map(AtomicUsize::into_inner);
    run.note(&format!(
        "{} fuzzed calls (--seed {}): {successes} successes, {declared} declared errors, \
         {below} refused below every layer",
        options.garbage, options.seed
    ));
}

/// Calls of one client, half of them errors, each with an identifier of its own.
fn load(address: SocketAddr, protocol: &dyn Protocol, client: usize, count: usize) -> Result<(), String> {
    let kinds = [Kind::NoSuchOrder, Kind::Order, Kind::Unknown, Kind::Order];
    let calls = kinds.into_iter().cycle().take(count).enumerate();
    let calls = calls.map(|(at, kind)| (kind, format!("load-{client}-{at}"))).collect::<Vec<_>>();
    for calls in calls.chunks(TOGETHER) {
        let requests = calls.iter().map(|(kind, id)| protocol.call(*kind).with("x-request-id", id));
        let replies = protocol.ask(address, &requests.collect::<Vec<_>>())?;
        for ((kind, id), reply) in calls.iter().zip(&replies) {
            let answer = protocol.answer(reply);
            let is_right = match (kind, &answer) {
                (Kind::Order, Ok(Answer::Success { is_order })) => *is_order,
                (Kind::NoSuchOrder, Ok(Answer::Errors(errors))) => {
                    matches!(&**errors, [error] if error.code == "NO_SUCH_ORDER" && error.trace_id == *id)
                }
                (Kind::Unknown, Ok(Answer::Errors(errors))) => {
                    matches!(&**errors, [error] if error.trace_id == *id)
                }
                _ => false,
            };
            if !is_right {
                return Err(format!("{kind:?} {id}: {answer:?} {:?}", String::from_utf8_lossy(&reply.raw)));
            }
        }
    }
    Ok(())
}

/// Fuzzed calls of one client.
fn garbage(
    address: SocketAddr,
    protocol: &dyn Protocol,
    client: usize,
    options: &Options,
    counts: &[AtomicUsize; 3],
) -> Result<(), String> {
    for at in (client..options.garbage).step_by(CLIENTS) {
        let mut rng = fuzz::rng(options.seed, at);
        let request = protocol.fuzzed(&mut rng);
        let answer = protocol.ask(address, std::slice::from_ref(&request)).and_then(|replies| {
            let reply = replies.first().ok_or("no reply")?;
            let answer = match reply.find(&["hunter2", "10.0.0.5", "panicked"]) {
                Some(word) => Err(format!("`{word}` leaks")),
                None => protocol.answer(reply),
            };
            answer.map_err(|why| format!("{why}: {:?}", String::from_utf8_lossy(&reply.raw)))
        });
        let kind = match answer {
            Ok(Answer::Success { .. }) => 0,
            Ok(Answer::Errors(_)) => 1,
            Ok(Answer::Below) => 2,
            Err(why) => return Err(format!("call {at} of seed {}: {why}\n{request:?}", options.seed)),
        };
        counts[kind].fetch_add(1, Ordering::Relaxed);
    }
    Ok(())
}

/// JSON of no particular kind.
fn json(rng: &mut Rng) -> Value {
    match rng.u8(..9) {
        0 => Value::Null,
        1 => Value::from(rng.bool()),
        2 => Value::from(rng.i64(-10..10)),
        3 => Value::from(rng.f64()),
        4 => Value::from(rng.u64(..)),
        5 => (0..rng.usize(..4)).map(|_| json(rng)).collect(),
        6 => Value::Object((0..rng.usize(..4)).map(|_| (fuzz::token(rng), json(rng))).collect()),
        7 => Value::from(fuzz::pick(rng, &["order", "auth", "a", "locked", ""])),
        _ => Value::from((0..rng.usize(..40)).map(|_| rng.char(..)).collect::<String>()),
    }
}

fn body(reply: &Reply) -> Result<Value, String> {
    serde_json::from_slice(&reply.body).map_err(|error| format!("not JSON: {error}"))
}
