//! Calls of JSON-RPC over HTTP.

use fastrand::Rng;
use serde_json::{Value, json};

use super::{Answer, Declared, Kind, Protocol, body};
use crate::fuzz;
use crate::reply::Reply;
use crate::request::Request;

#[derive(Debug)]
pub struct JsonRpc;

/// The methods of the example, but for the one with an object of its own.
const METHODS: [&str; 14] = [
    "orders_get",
    "orders_create",
    "orders_limited",
    "orders_secret",
    "orders_store",
    "orders_storeBlocking",
    "orders_upstream",
    "orders_any",
    "orders_spawned",
    "orders_panic",
    "orders_panicAtOnce",
    "orders_panicBlocking",
    "orders_internal",
    "rpc.discover",
];

fn request(body: &Value) -> Request {
    Request::post("/", "application/json", &body.to_string())
}

fn call(method: &str, params: &Value, id: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params })
}

impl Protocol for JsonRpc {
    fn call(&self, kind: Kind) -> Request {
        let (method, params) = match kind {
            Kind::Order => ("orders_get", json!([7])),
            Kind::NoSuchOrder => ("orders_get", json!([8])),
            Kind::Unknown => ("orders_nothing", json!([])),
        };
        request(&call(method, &params, &json!(1)))
    }

    fn fuzzed(&self, rng: &mut Rng) -> Request {
        let one = |rng: &mut Rng| {
            let method =
                if rng.u8(..8) == 0 { fuzz::token(rng) } else { fuzz::pick(rng, &METHODS).to_owned() };
            let params = if rng.bool() {
                (0..rng.usize(..3)).map(|_| super::json(rng)).collect()
            } else {
                super::json(rng)
            };
            let id = if rng.bool() { json!(rng.u32(..)) } else { super::json(rng) };
            call(&method, &params, &id)
        };
        let mut request = match rng.u8(..8) {
            0 => request(&super::json(rng)),
            1 => request(&(0..rng.usize(..5)).map(|_| one(rng)).collect()),
            _ => request(&one(rng)),
        };
        if rng.u8(..4) == 0 {
            fuzz::mutate(rng, &mut request.body);
        }
        request
    }

    fn answer(&self, reply: &Reply) -> Result<Answer, String> {
        // jsonrpsee refuses what is not a call in plain text.
        if reply.status != 200 {
            return Ok(Answer::Below);
        }
        // Notifications have no response.
        if reply.body.is_empty() {
            return Ok(Answer::Success { is_order: false });
        }
        let responses = match body(reply)? {
            Value::Array(responses) => responses,
            response => vec![response],
        };
        let mut errors = Vec::new();
        for object in responses.iter().map(|response| &response["error"]).filter(|error| !error.is_null()) {
            // Of a request that is not valid, or a batch.
            let is_below = matches!(object["code"].as_i64(), Some(-32700 | -32600 | -32005..=-32000))
                && object["data"]["code"].is_null();
            if is_below {
                return Ok(Answer::Below);
            }
            errors.push(Declared::of(&object["data"])?);
        }
        if errors.is_empty() {
            return Ok(Answer::Success {
                is_order: responses.iter().all(|response| response["result"] == 7),
            });
        }
        Ok(Answer::Errors(errors))
    }
}
