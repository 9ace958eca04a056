//! An explanation on a terminal.

use errbook_contract::{FactKind, LockedError, Retired, Value};

use super::Explainer;
use crate::prose;
use crate::terminal::{BAD, CODE, DIM, PLAIN, STRONG, Styled, WARNING, of_status};

const INDENTATION: &str = "  ";
/// The labels of facts are as wide as the longest one.
const LABEL: usize = 11;

impl Explainer<'_> {
    pub(super) fn write(&self, errors: &[&LockedError], retired: &[(&str, &Retired)], out: &mut Styled) {
        for (at, error) in errors.iter().enumerate() {
            if at > 0 {
                out.end_line();
            }
            self.write_error(error, out);
        }
        for (code, retired) in retired {
            self.write_retired(code, retired, out);
        }
    }

    fn write_error(&self, error: &LockedError, out: &mut Styled) {
        write_head(error, out);
        self.write_prose(error.text(FactKind::Description), out);
        out.end_line();
        self.write_facts(error, out);
        for (heading, text) in error.named(FactKind::Section) {
            out.end_line();
            out.push(STRONG, heading);
            out.end_line();
            prose::write(text.as_str().unwrap_or_default(), INDENTATION, self.columns, out);
        }
        self.write_example(error, out);
    }

    fn write_prose(&self, markdown: Option<&str>, out: &mut Styled) {
        if let Some(markdown) = markdown {
            out.end_line();
            prose::write(markdown, INDENTATION, self.columns, out);
        }
    }

    fn write_facts(&self, error: &LockedError, out: &mut Styled) {
        let facts = [
            ("message", FactKind::Message),
            ("number", FactKind::Number),
            ("also", FactKind::Also),
            ("docs", FactKind::DocsUrl),
            ("since", FactKind::Since),
        ];
        for (label, kind) in facts {
            if let Some(value) = error.fact(kind) {
                write_fact(label, PLAIN, &value.to_string(), out);
            }
        }
        let retry = match error.fact(FactKind::Retryable) {
            Some(Value::Bool(true)) => "the same request may succeed later",
            _ => "the same request fails again",
        };
        write_fact("retry", PLAIN, retry, out);
        for (name, ty) in error.named(FactKind::Detail) {
            let about = error.named(FactKind::About).find(|(known, _)| *known == name);
            let about = about.and_then(|(_, about)| about.as_str()).map(prose::summary);
            let about = about.map(|about| format!(" - {about}")).unwrap_or_default();
            write_fact("detail", CODE, &format!("{name}: {ty}{about}"), out);
        }
        for (name, value) in error.named(FactKind::Header) {
            let value = value.as_str().map(|value| format!(": {value}")).unwrap_or_default();
            write_fact("header", CODE, &format!("{name}{value}"), out);
        }
        let endpoints = self.lock.endpoints();
        let everywhere = endpoints.is_everywhere(error.code()).then_some("every endpoint");
        for endpoint in everywhere.into_iter().chain(endpoints.answering(error.code())) {
            write_fact("answered by", PLAIN, endpoint, out);
        }
        for (key, was) in error.was() {
            for (release, value) in was.values() {
                let until = release.map(|release| format!(" until {release}")).unwrap_or_default();
                write_fact("was", PLAIN, &format!("{key} {value}{until}"), out);
            }
        }
    }

    fn write_example(&self, error: &LockedError, out: &mut Styled) {
        let entry = self.entry(error);
        let Some((entry, body)) = entry.zip(entry.and_then(|entry| self.book.body_of(entry))) else { return };
        out.end_line();
        out.push(STRONG, "Example");
        out.end_line();
        for line in entry.example(body).to_http().lines() {
            out.text(if line.is_empty() { "" } else { INDENTATION });
            out.push(CODE, line);
            out.end_line();
        }
    }

    fn write_retired(&self, code: &str, retired: &Retired, out: &mut Styled) {
        out.push(STRONG, code);
        out.push(BAD, "  retired");
        if let Some(release) = retired.release() {
            out.text(&format!(" in {release}"));
        }
        if let Some(replacement) = retired.replaced_by() {
            out.text(", see ");
            out.push(STRONG, replacement);
        }
        out.end_line();
        self.write_prose(retired.why(), out);
        for error in retired.errors() {
            out.end_line();
            write_fact("status", PLAIN, &error.status().to_string(), out);
            for (label, kind) in
                [("title", FactKind::Title), ("number", FactKind::Number), ("since", FactKind::Since)]
            {
                if let Some(value) = error.fact(kind) {
                    write_fact(label, PLAIN, &value.to_string(), out);
                }
            }
            self.write_prose(error.text(FactKind::Description), out);
        }
    }
}

fn write_head(error: &LockedError, out: &mut Styled) {
    out.push(STRONG, error.code());
    out.text("  ");
    out.push(of_status(error.status()), &error.status().to_string());
    if let Some(title) = error.text(FactKind::Title) {
        out.text(&format!("  {title}"));
    }
    out.end_line();
    if let Some(note) = error.fact(FactKind::Deprecated) {
        let since =
            error.text(FactKind::DeprecatedSince).map(|since| format!(" since {since}")).unwrap_or_default();
        let note = note.as_str().map(|note| format!(": {}", prose::summary(note))).unwrap_or_default();
        out.push(WARNING, &format!("deprecated{since}"));
        out.line(&note);
    }
}

/// Writes a fact; further lines of its value are below the first one.
fn write_fact(label: &str, style: anstyle::Style, value: &str, out: &mut Styled) {
    for (at, line) in value.lines().enumerate() {
        let label = if at == 0 { label } else { "" };
        out.push(DIM, &format!("{INDENTATION}{label:LABEL$}  "));
        out.push(style, line);
        out.end_line();
    }
}
