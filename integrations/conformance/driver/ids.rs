//! Where the identifier of a request comes from.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::Path;

use crate::Run;
use crate::case::Shown;
use crate::cases::NO_SUCH_ORDER;
use crate::connection::{Connection, ask};
use crate::expect::{self, Id};
use crate::request::Request;
use crate::server::Server;

const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";
const PARENT: &str = "b7ad6b7169203331";

/// The headers of a request, and the identifier that they give: `None` if errbook makes one.
struct Origin {
    name: &'static str,
    headers: Vec<(&'static str, Vec<u8>)>,
    id: Option<String>,
}

/// The values of `traceparent` that are valid.
fn valid() -> [(&'static str, String); 4] {
    [
        ("traceparent", format!("00-{TRACE}-{PARENT}-01")),
        ("traceparent with unknown flags", format!("00-{TRACE}-{PARENT}-ff")),
        ("traceparent of a later version", format!("cc-{TRACE}-{PARENT}-01")),
        ("traceparent of a later version with more fields", format!("cc-{TRACE}-{PARENT}-01-what")),
    ]
}

/// The values of `traceparent` that are ignored.
fn invalid() -> [(&'static str, String); 11] {
    let zeros = "0".repeat(32);
    [
        ("upper case", format!("00-{}-{PARENT}-01", TRACE.to_ascii_uppercase())),
        ("version ff", format!("ff-{TRACE}-{PARENT}-01")),
        ("version 00 with more fields", format!("00-{TRACE}-{PARENT}-01-what")),
        ("later version without a dash", format!("cc-{TRACE}-{PARENT}-01.what")),
        ("zero trace id", format!("00-{zeros}-{PARENT}-01")),
        ("zero parent id", format!("00-{TRACE}-{}-01", &zeros[..16])),
        ("short trace id", format!("00-{}-{PARENT}-01", &TRACE[..31])),
        ("short of all", "00-1-1-1".to_owned()),
        ("no digits", format!("00-{}g-{PARENT}-01", &TRACE[..31])),
        ("two in one", format!("00-{TRACE}-{PARENT}-01,00-{TRACE}-{PARENT}-01")),
        ("empty", String::new()),
    ]
}

fn origins() -> Vec<Origin> {
    let mut origins = Vec::new();
    let mut add = |name, headers: Vec<(&'static str, Vec<u8>)>, id: Option<&str>| {
        origins.push(Origin { name, headers, id: id.map(str::to_owned) });
    };
    for (name, value) in valid() {
        add(name, vec![("traceparent", value.into())], Some(TRACE));
    }
    for (name, value) in invalid() {
        add(name, vec![("traceparent", value.clone().into())], None);
        add(name, vec![("traceparent", value.into()), ("x-request-id", "next".into())], Some("next"));
    }
    let traceparent = || ("traceparent", format!("00-{TRACE}-{PARENT}-01").into_bytes());
    add("traceparent twice", vec![traceparent(), traceparent()], None);
    add("both", vec![("x-request-id", "other".into()), traceparent()], Some(TRACE));
    let longest = "i".repeat(128);
    let all: String = ('!'..='~').collect();
    for id in ["x", all.as_str(), r#"a"b\c<'>&"#, "${jndi}%n%s{}", longest.as_str()] {
        add("well-formed x-request-id", vec![("x-request-id", id.into())], Some(id));
    }
    for id in ["", "two words", "tab\tin it", "h\u{e9}", "\u{1f600}", &"i".repeat(129), &"i".repeat(10_000)] {
        add("malformed x-request-id", vec![("x-request-id", id.into())], None);
    }
    add("x-request-id in Latin-1", vec![("x-request-id", b"caf\xe9".to_vec())], None);
    add("x-request-id twice", vec![("x-request-id", "one".into()), ("x-request-id", "two".into())], None);
    origins
}

/// Asks for one error with every origin, then for many identifiers that errbook makes.
pub fn check(run: &mut Run<'_>, program: &Path) {
    for Origin { name, headers, id } in origins() {
        let mut request = Request::get("/orders/8");
        for (name, value) in headers {
            request = request.with(name, value);
        }
        run.check(&format!("id: {name}"), |run| {
            let id = id.as_deref().map_or(Id::Made, Id::Given);
            let reply = ask(run.layered.address, &request)?;
            expect::error(&Shown::from(&NO_SUCH_ORDER), &request, &reply, id)?;
            Ok(())
        });
    }
    run.check("id: escaped in the log", |run| {
        let id = r#"a"b\c"#;
        let start = run.layered.log_length();
        ask(run.layered.address, &Request::get("/store").with("x-request-id", id))?;
        let lines = run.layered.log_after(start);
        let ids = lines.iter().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        let found = ids.filter(|event| event.to_string().contains(&serde_json::Value::from(id).to_string()));
        if found.count() == 1 { Ok(()) } else { Err(lines.join("\n")) }
    });
    run.check("ids never repeat", |run| {
        let other = Server::start(program, true)?;
        let mut known = BTreeSet::new();
        for address in [run.layered.address, other.address] {
            for id in many(address)? {
                if !known.insert(id.clone()) {
                    return Err(format!("{id} is there twice"));
                }
            }
        }
        Ok(())
    });
}

/// The identifiers of many requests without one.
fn many(address: SocketAddr) -> Result<Vec<String>, String> {
    let mut connection = Connection::open(address)?;
    let request = Request::get("/orders/8");
    let ids = (0..1000).map(|_| {
        let reply = connection.ask(&request)?;
        expect::error(&Shown::from(&NO_SUCH_ORDER), &request, &reply, Id::Made)
    });
    ids.collect()
}
