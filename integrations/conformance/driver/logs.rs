//! What the example logs, to standard error.

use crate::Run;
use crate::case::{Case, Expected};
use crate::connection::ask;
use crate::expect;

/// What the log of `STORE_DOWN` has and the reply does not.
const SECRETS: [&str; 2] = ["password=hunter2", "host=10.0.0.5"];

/// Asks every case of the table once and reads the log of each.
pub fn check(run: &mut Run<'_>, cases: &[Case]) {
    for (at, case) in cases.iter().enumerate() {
        // Each case has an id of its own, which its event is known by.
        let id = format!("{:032x}", 0x10_0000 + at);
        run.check(case.name, |run| one(run, case, &id).map_err(|why| format!("log: {why}")));
    }
}

fn one(run: &Run<'_>, case: &Case, id: &str) -> Result<(), String> {
    let start = run.layered.log_length();
    let request = case.request.clone().with("traceparent", format!("00-{id}-00f067aa0ba902b7-01"));
    let reply = ask(run.layered.address, &request)?;
    if reply.status >= 500 {
        run.layered.wait_for_log(start, id);
    }
    let lines = run.layered.log_after(start);
    let shown = || lines.join("\n");
    let loud = lines.iter().filter(|line| matches!(level(line).as_deref(), Some("WARN" | "ERROR")));
    let loud = loud.collect::<Vec<_>>();
    if reply.status < 500 {
        return if loud.is_empty() { Ok(()) } else { Err(format!("{} is loud: {}", reply.status, shown())) };
    }
    let [event] = loud.as_slice() else {
        return Err(format!("{} events for a {}: {}", loud.len(), reply.status, shown()));
    };
    expect::same("level", "ERROR", &level(event).unwrap_or_default())?;
    let code = code(&reply.text()).ok_or("the reply has no code")?;
    let fields = fields(event).ok_or_else(|| format!("the event is not JSON: {event}"))?;
    for (name, value) in [("trace_id", id), ("code", &code), ("error.type", &code)] {
        expect::same(name, value, fields[name].as_str().unwrap_or_default())?;
    }
    let is_store = matches!(case.expected, Expected::Error(declared) if declared.code == "STORE_DOWN");
    let missing = SECRETS.iter().find(|secret| !event.contains(**secret));
    if let (true, Some(secret)) = (is_store, missing) {
        return Err(format!("the event does not have `{secret}`: {event}"));
    }
    let others = lines.iter().filter(|line| SECRETS.iter().any(|secret| line.contains(secret)));
    if is_store && others.count() != 1 {
        return Err(format!("the sources are not logged once: {}", shown()));
    }
    Ok(())
}

/// The code in a body.
fn code(body: &str) -> Option<String> {
    let body: serde_json::Value = serde_json::from_str(body).ok()?;
    body["code"].as_str().map(str::to_owned)
}

/// The fields of an event in a line of JSON.
fn fields(line: &str) -> Option<serde_json::Value> {
    let mut event: serde_json::Value = serde_json::from_str(line).ok()?;
    Some(event["fields"].take())
}

/// The level of an event, in a line of JSON or of text. Other lines, such as those of a panic, have none.
fn level(line: &str) -> Option<String> {
    if let Ok(event) = serde_json::from_str::<serde_json::Value>(line) {
        return event["level"].as_str().map(str::to_ascii_uppercase);
    }
    let is_level = |word: &&str| ["ERROR", "WARN", "INFO", "DEBUG", "TRACE"].contains(word);
    line.split(|other: char| !other.is_ascii_alphabetic()).find(is_level).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::level;

    #[test]
    fn a_line_has_the_level_of_its_event() {
        for (line, expected) in [
            (r#"{"level":"ERROR","fields":{"error":"WARN"}}"#, Some("ERROR")),
            (r#"{"level":"debug","fields":{"error.chain":"an ERROR"}}"#, Some("DEBUG")),
            ("2026-11-28T10:00:00Z  WARN errbook: code=LOCKED", Some("WARN")),
            ("[2026-11-28 INFO  app] ERROR", Some("INFO")),
            ("thread 'main' panicked at src/main.rs:1:1:", None),
            ("an error", None),
        ] {
            assert_eq!(level(line).as_deref(), expected, "{line}");
        }
    }
}
