//! The error of a reply: its body is read as the wire formats of the lock write it.

use std::collections::BTreeSet;

use errbook::body::{Node, Placeholder, Segment};
use errbook::{Body, Book};
use errbook_contract::Lock;
use serde_json::Value as Json;

/// What a reply says of its error.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Identity {
    code: Option<String>,
    number: Option<i64>,
    address: Option<String>,
}

/// What to look for: a code, a number or an address. `None` if the reply has none that the lock knows.
///
/// The head of an HTTP/1.1 response before the body is skipped, as `curl -i` prints it.
pub fn in_reply(lock: &Lock, book: &Book, reply: &str) -> Option<String> {
    let body = without_head(reply).trim();
    let is_known = |text: &str| !lock.by_code(text).is_empty() || lock.retired_code(text).is_some();
    let identities: Vec<Identity> =
        bodies(book).into_iter().filter_map(|format| identity(format, body)).collect();
    let codes = || identities.iter().filter_map(|identity| identity.code.as_deref());
    let number = |number: &i64| lock.errors().any(|error| error.number() == Some(*number));
    codes()
        .find(|code| is_known(code))
        .map(str::to_owned)
        .or_else(|| {
            identities
                .iter()
                .filter_map(|identity| identity.number)
                .find(number)
                .map(|number| number.to_string())
        })
        .or_else(|| identities.iter().find_map(|identity| identity.address.clone()))
        .or_else(|| any_code(body, is_known))
        // A code that the lock does not know, but a format says where it is.
        .or_else(|| codes().next().map(str::to_owned))
}

/// The body of a response; the response itself if it has no head.
fn without_head(reply: &str) -> &str {
    let mut rest = reply;
    while rest.starts_with("HTTP/") {
        let empty_line =
            ["\r\n\r\n", "\n\n"].iter().filter_map(|end| Some((rest.find(end)?, end.len()))).min();
        let Some((at, length)) = empty_line else { return "" };
        rest = &rest[at + length..];
    }
    rest
}

/// The wire formats of a book, each once.
fn bodies(book: &Book) -> Vec<&'static Body> {
    let mut known = BTreeSet::new();
    let bodies = book.entries().filter_map(|entry| book.body_of(entry));
    bodies.filter(|body| known.insert(std::ptr::from_ref(*body))).collect()
}

/// What the body says if it is in the format.
fn identity(format: &Body, body: &str) -> Option<Identity> {
    let mut identity = Identity::default();
    let is_in_format = if format.is_json() {
        let json = serde_json::from_str(body).ok()?;
        read(format.root(), &json, &mut identity)
    } else {
        read(format.root(), &Json::String(body.to_owned()), &mut identity)
    };
    is_in_format.then_some(identity)
}

/// Whether the value is what the node writes. Notes what it says.
fn read(node: &Node, value: &Json, identity: &mut Identity) -> bool {
    match node {
        Node::Null => value.is_null(),
        Node::Bool(expected) => value.as_bool() == Some(*expected),
        Node::Unsigned(expected) => value.as_u64() == Some(*expected),
        Node::Signed(expected) => value.as_i64() == Some(*expected),
        Node::Float(expected) => value.as_f64().is_some_and(|value| value.to_bits() == expected.to_bits()),
        Node::Str(expected) => value.as_str() == Some(expected),
        Node::Text(segments) => {
            value.as_str().is_some_and(|text| read_text(&pieces_of_segments(segments), text, identity))
        }
        Node::Template(template) => {
            value.as_str().is_some_and(|text| read_text(&pieces_of_template(template), text, identity))
        }
        Node::Placeholder(placeholder) => {
            note(placeholder.name(), value, identity);
            true
        }
        Node::Object(members) => value.as_object().is_some_and(|object| {
            members.iter().all(|member| match (member.name(), member.node()) {
                (Some(name), Some(node)) => match object.get(name) {
                    Some(value) => read(node, value, identity),
                    None => member.is_optional(),
                },
                _ => true,
            })
        }),
        Node::Array(nodes) => value.as_array().is_some_and(|values| {
            values.len() == nodes.len()
                && nodes.iter().zip(values).all(|(node, value)| read(node, value, identity))
        }),
        Node::FirstOf(nodes) => nodes.iter().any(|node| {
            let before = identity.clone();
            let is_read = read(node, value, identity);
            if !is_read {
                *identity = before;
            }
            is_read
        }),
        Node::IfViolations(node) => read(node, value, identity),
        // A violation does not say which error it is in.
        _ => true,
    }
}

fn note(name: &str, value: &Json, identity: &mut Identity) {
    match name {
        "code" => identity.code = value.as_str().map(str::to_owned),
        "number" => identity.number = value.as_i64(),
        "type" | "docs_url" => {
            let address = value.as_str().filter(|address| *address != "about:blank");
            identity.address = address.map(str::to_owned).or(identity.address.take());
        }
        _ => {}
    }
}

/// A part of a text in a format.
enum Piece<'f> {
    Literal(&'f str),
    Placeholder(&'f str),
}

fn pieces_of_segments(segments: &[Segment]) -> Vec<Piece<'static>> {
    let piece = |segment: &Segment| match segment {
        Segment::Str(text) => Some(Piece::Literal(text)),
        Segment::Placeholder(placeholder) => Some(Piece::Placeholder(Placeholder::name(*placeholder))),
        _ => None,
    };
    segments.iter().filter_map(piece).collect()
}

/// Reads `{code}: {message}`; the format was checked when it was made.
fn pieces_of_template(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some(brace) = rest.find(['{', '}']) {
        pieces.push(Piece::Literal(&rest[..brace]));
        let after = &rest[brace + 1..];
        let doubled = after.strip_prefix(&rest[brace..=brace]);
        rest = match (doubled, after.split_once('}')) {
            (Some(after), _) => {
                pieces.push(Piece::Literal(&rest[brace..=brace]));
                after
            }
            (None, Some((name, after))) => {
                pieces.push(Piece::Placeholder(name.trim()));
                after
            }
            (None, None) => "",
        };
    }
    pieces.push(Piece::Literal(rest));
    pieces
}

/// Whether the text has these pieces. A placeholder takes what is before the next literal.
fn read_text(pieces: &[Piece<'_>], text: &str, identity: &mut Identity) -> bool {
    let mut rest = text;
    let mut open: Option<&str> = None;
    for piece in pieces {
        match piece {
            Piece::Placeholder(name) => open = Some(open.unwrap_or(name)),
            Piece::Literal("") => {}
            Piece::Literal(literal) => {
                let Some(at) = rest.find(literal).filter(|at| open.is_some() || *at == 0) else {
                    return false;
                };
                note_text(open.take(), &rest[..at], identity);
                rest = &rest[at + literal.len()..];
            }
        }
    }
    let is_complete = open.is_some() || rest.trim().is_empty();
    note_text(open, rest, identity);
    is_complete
}

fn note_text(name: Option<&str>, text: &str, identity: &mut Identity) {
    match name {
        Some("number") => identity.number = text.trim().parse().ok(),
        Some(name) => note(name, &Json::String(text.to_owned()), identity),
        None => {}
    }
}

/// A known code anywhere: as a string of JSON, or as a word.
fn any_code(body: &str, is_known: impl Fn(&str) -> bool) -> Option<String> {
    match serde_json::from_str::<Json>(body) {
        Ok(json) => {
            let mut left = vec![&json];
            while let Some(value) = left.pop() {
                match value {
                    Json::String(text) if is_known(text) => return Some(text.clone()),
                    Json::Array(values) => left.extend(values.iter().rev()),
                    Json::Object(members) => left.extend(members.values()),
                    _ => {}
                }
            }
            None
        }
        Err(_) => {
            let is_end =
                |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | ';' | '(' | ')' | '[' | ']');
            let words = body.split(is_end).map(|word| word.trim_matches([':', '.']));
            words.into_iter().find(|word| is_known(word)).map(str::to_owned)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Identity, identity, without_head};
    use errbook::{Body, body};

    fn code(code: &str) -> Identity {
        Identity { code: Some(code.to_owned()), ..Identity::default() }
    }

    #[test]
    fn heads_are_skipped() {
        assert_eq!(
            without_head("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\na: b\r\n\r\n{}"),
            "{}"
        );
        assert_eq!(without_head("HTTP/1.1 404 Not Found\n\n{}\n\n"), "{}\n\n");
        assert_eq!(without_head("{}"), "{}");
        assert_eq!(without_head("HTTP/1.1 404"), "");
    }

    #[test]
    fn shipped_formats() {
        let flat = r#"{"code":"GONE","message":"it is gone","details":{"id":1}}"#;
        assert_eq!(identity(&body::FLAT, flat), Some(code("GONE")));
        assert_eq!(identity(&body::FLAT, r#"{"error":"x"}"#), None);
        let nested = r#"{"error":{"code":"GONE","message":"it is gone"}}"#;
        assert_eq!(identity(&body::NESTED, nested), Some(code("GONE")));
        let json_rpc = r#"{"jsonrpc":"2.0","error":{"code":-32001,"message":"gone"},"id":1}"#;
        assert_eq!(identity(&body::JSON_RPC, json_rpc).and_then(|identity| identity.number), Some(-32001));
        assert_eq!(identity(&body::JSON_RPC, &json_rpc.replace("2.0", "1.0")), None);
        let problem = r#"{"type":"https://a.b/errors#GONE","title":"Gone","status":410,"detail":"it is gone","code":"GONE"}"#;
        let address = identity(&body::PROBLEM, problem).and_then(|identity| identity.address);
        assert_eq!(address.as_deref(), Some("https://a.b/errors#GONE"));
    }

    #[test]
    fn text() {
        static TEXT: Body = Body::text("{{{code}}}: {message} ({number})");
        let expected = Identity { number: Some(7), ..code("GONE") };
        assert_eq!(identity(&TEXT, "{GONE}: it is gone (7)"), Some(expected));
        assert_eq!(identity(&TEXT, "GONE: it is gone"), None);
    }
}
