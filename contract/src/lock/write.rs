//! Writes a lock: tables by kind and then bytewise by key, facts in a fixed order, one a line.

use std::fmt;

use super::{Lock, LockedError, Retired, VERSION, Was};
use crate::fact::{FactKey, FactKind, Value};
use crate::toml_text::{Key, Text};

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.book.replace(char::is_control, " ");
        writeln!(
            f,
            "# The published errors of the {name}: clients rely on each line. Made by `ERRBOOK=update cargo test`; read its diff."
        )?;
        writeln!(f, "lock = {VERSION}\nbook = {}", Text(&self.book))?;
        if let Some(release) = &self.release {
            writeln!(f, "release = {}", Text(release))?;
        }
        for (name, body) in &self.bodies {
            writeln!(f, "\n[body.{}]\n{body}", Key(name))?;
        }
        if !self.endpoints.everywhere().is_empty() {
            writeln!(f, "\n[everywhere]")?;
            self.endpoints.everywhere().iter().try_for_each(|code| writeln!(f, "{} = true", Key(code)))?;
        }
        for (name, endpoint) in self.endpoints.iter() {
            writeln!(f, "\n[endpoint.{}]", Key(name))?;
            endpoint.keys().iter().try_for_each(|code| writeln!(f, "{} = true", Key(code)))?;
        }
        for (code, errors) in &self.errors {
            for error in errors {
                writeln!(f, "\n{}", header("error", code, errors.len() > 1))?;
                write_facts(f, error)?;
            }
        }
        self.retired.iter().try_for_each(|(code, retired)| write_retired(f, code, retired))
    }
}

fn header(kind: &str, code: &str, is_shared: bool) -> String {
    let code = Key(code);
    if is_shared { format!("[[{kind}.{code}]]") } else { format!("[{kind}.{code}]") }
}

/// The first of several errors has what is known of the code.
fn write_retired(f: &mut fmt::Formatter<'_>, code: &str, retired: &Retired) -> fmt::Result {
    for (at, error) in retired.errors.iter().enumerate() {
        writeln!(f, "\n{}", header("retired", code, retired.errors.len() > 1))?;
        if at == 0 {
            match &retired.release {
                Some(release) => writeln!(f, "retired = {}", Text(release))?,
                None => writeln!(f, "retired = true")?,
            }
            for (key, value) in [("replaced-by", &retired.replaced_by), ("why", &retired.why)] {
                if let Some(value) = value {
                    writeln!(f, "{key} = {}", Text(value))?;
                }
            }
        }
        write_facts(f, error)?;
    }
    Ok(())
}

/// What a fact was follows it; what a removed fact was follows the others of its kind.
fn write_facts(f: &mut fmt::Formatter<'_>, error: &LockedError) -> fmt::Result {
    if error.was.is_empty() {
        return error.facts.iter().try_for_each(|(key, value)| write_fact(f, key, value));
    }
    for kind in FactKind::ALL {
        for (key, value) in error.facts.iter().filter(|(key, _)| key.kind == *kind) {
            write_fact(f, key, value)?;
            if let Some(was) = error.was_of(key) {
                write_was(f, key, was)?;
            }
        }
        for (key, was) in error.was.iter().filter(|(key, _)| key.kind == *kind && error.get(key).is_none()) {
            write_was(f, key, was)?;
        }
    }
    Ok(())
}

fn write_fact(f: &mut fmt::Formatter<'_>, key: &FactKey, value: &Value) -> fmt::Result {
    writeln!(f, "{} = {}", KeyPath(key), Toml(value))
}

fn write_was(f: &mut fmt::Formatter<'_>, fact: &FactKey, was: &Was) -> fmt::Result {
    let path = KeyPath(fact);
    let earlier: Vec<String> = was.earlier.iter().map(|value| Toml(value).to_string()).collect();
    let earlier = earlier.join(", ");
    if was.until.is_empty() {
        return writeln!(f, "was.{path} = [{earlier}]");
    }
    if !earlier.is_empty() {
        writeln!(f, "was.{path}.{EARLIER} = [{earlier}]")?;
    }
    let mut until = was.until.iter();
    until.try_for_each(|(release, value)| writeln!(f, "was.{path}.{} = {}", Text(release), Toml(value)))
}

/// The key of the values before there were releases.
pub(crate) const EARLIER: &str = "earlier";

struct KeyPath<'k>(&'k FactKey);

impl fmt::Display for KeyPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FactKey { kind, name } = self.0;
        f.write_str(kind.key())?;
        if kind.is_named() { write!(f, ".{}", Key(name)) } else { Ok(()) }
    }
}

struct Toml<'v>(&'v Value);

impl fmt::Display for Toml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Text(text) => Text(text).fmt(f),
            Value::List(_) => write!(f, "[{}]", self.0),
            Value::Bool(_) | Value::Integer(_) => self.0.fmt(f),
        }
    }
}
