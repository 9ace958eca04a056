//! Calls of GraphQL over HTTP.

use fastrand::Rng;
use serde_json::{Value, json};

use super::{Answer, Declared, Kind, Protocol, body};
use crate::fuzz;
use crate::reply::Reply;
use crate::request::Request;

#[derive(Debug)]
pub struct GraphQl;

/// The fields of the example, but for the one with an error of its own.
const FIELDS: [&str; 16] = [
    "order(id: 7) { id }",
    "order(id: 8) { id }",
    "order(id: 7) { id next { id } }",
    "order(id: $id) { id }",
    "create(item: \"\", quantity: 0)",
    "create(item: \"locked\", quantity: 1)",
    "limited",
    "secret",
    "store",
    "extended",
    "upstream(status: 404)",
    "any(which: \"auth\")",
    "spawned",
    "panic",
    "internal",
    "__typename",
];

fn request(query: &str, variables: &Value) -> Request {
    Request::post("/", "application/json", &json!({ "query": query, "variables": variables }).to_string())
}

impl Protocol for GraphQl {
    fn call(&self, kind: Kind) -> Request {
        let query = match kind {
            Kind::Order => "{ order(id: 7) { id } }",
            Kind::NoSuchOrder => "{ order(id: 8) { id } }",
            Kind::Unknown => "{ nothing }",
        };
        request(query, &Value::Null)
    }

    fn fuzzed(&self, rng: &mut Rng) -> Request {
        let fields = (0..rng.usize(..4)).map(|at| format!("f{at}: {} ", fuzz::pick(rng, &FIELDS)));
        let mut query = fields.collect::<String>().into_bytes();
        if rng.u8(..3) == 0 {
            fuzz::mutate(rng, &mut query);
        }
        let start =
            fuzz::pick(rng, &["{ ", "query { ", "query($id: Int!) { ", "mutation { ", "subscription { "]);
        let query = format!("{start}{} }}", String::from_utf8_lossy(&query));
        let mut request = request(&query, &json!({ "id": super::json(rng) }));
        if rng.u8(..4) == 0 {
            fuzz::mutate(rng, &mut request.body);
        }
        request
    }

    fn answer(&self, reply: &Reply) -> Result<Answer, String> {
        let body = body(reply)?;
        // The layer of axum answers what is not GraphQL.
        if reply.status >= 400 {
            return Ok(Answer::Errors(vec![Declared::of(&body)?]));
        }
        let responses = match body {
            Value::Array(responses) => responses,
            response => vec![response],
        };
        let errors = responses.iter().filter_map(|response| response["errors"].as_array()).flatten();
        let errors = errors.map(|error| Declared::of(&error["extensions"])).collect::<Result<Vec<_>, _>>()?;
        if errors.is_empty() {
            let is_order = responses.iter().all(|response| response["data"]["order"]["id"] == 7);
            return Ok(Answer::Success { is_order });
        }
        Ok(Answer::Errors(errors))
    }
}
