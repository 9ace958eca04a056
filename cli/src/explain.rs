//! `errbook explain`: what an error means, for whoever met it.

mod text;

use std::path::Path;

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_contract::{Lock, LockedError, Retired};
use errbook_docgen::{Block as _, Format, Sections};
use serde_json::{Value as Json, json};

use crate::args::{Explain, ExplainFormat};
use crate::find::{Found, find, in_reply};
use crate::list::{json_of_error, json_of_retired, write_errors, write_retired};
use crate::outcome::{Failure, Outcome};
use crate::prose::code_span;
use crate::source::{STDIN, Source};
use crate::terminal::{STRONG, Styled, WARNING};

pub fn run(args: &Explain, lock: &Lock, columns: Option<usize>) -> Result<Outcome, Failure> {
    let explainer = Explainer { lock, book: Box::leak(Box::new(lock.to_book())), columns };
    let mut notes = Styled::default();
    let mut parts = Parts::default();
    for query in &args.queries {
        let query = if query == STDIN { explainer.reply()? } else { Some(query.clone()) };
        let found = query.as_deref().map_or(Found::Nothing(Vec::new()), |query| find(lock, query));
        if let Found::Nothing(near) = &found {
            parts.has_unknown = true;
            note_unknown(query.as_deref(), near, &mut notes);
        } else {
            parts.push(args.format, &explainer, &found)?;
        }
    }
    let outcome = match args.format {
        ExplainFormat::Text => Outcome::styled(parts.text),
        ExplainFormat::Markdown => Outcome::document(parts.markdown),
        ExplainFormat::Json => Outcome::json(&json!({ "errors": parts.errors, "retired": parts.retired })),
    };
    Ok(outcome.note(&notes).found(parts.has_unknown))
}

fn note_unknown(query: Option<&str>, near: &[&str], notes: &mut Styled) {
    notes.push(WARNING.bold(), "unknown");
    notes.text(": ");
    match query {
        Some(query) => notes.text(&format!("no error has `{query}`")),
        None => notes.text("the reply has no code of this lock"),
    }
    for (at, code) in near.iter().enumerate() {
        notes.text(match at {
            0 => ", did you mean ",
            last if last + 1 == near.len() => " or ",
            _ => ", ",
        });
        notes.push(STRONG, code);
    }
    notes.line(if near.is_empty() { "" } else { "?" });
}

struct Explainer<'l> {
    lock: &'l Lock,
    book: &'static Book,
    columns: Option<usize>,
}

impl Explainer<'_> {
    /// What the reply on standard input says of its error.
    fn reply(&self) -> Result<Option<String>, Failure> {
        let reply = Source::read(Path::new(STDIN))?;
        Ok(in_reply(self.lock, self.book, &String::from_utf8_lossy(&reply.bytes)))
    }

    fn entry(&self, error: &LockedError) -> Option<&'static Entry> {
        self.book.by_code(error.code()).find(|entry| entry.status().as_u16() == error.status())
    }
}

/// The explanations, in the format that was asked for.
#[derive(Default)]
struct Parts {
    text: Styled,
    markdown: String,
    errors: Vec<Json>,
    retired: Vec<Json>,
    has_unknown: bool,
}

impl Parts {
    fn push(
        &mut self,
        format: ExplainFormat,
        explainer: &Explainer<'_>,
        found: &Found<'_>,
    ) -> Result<(), Failure> {
        let (errors, retired): (&[&LockedError], Vec<(&str, &Retired)>) = match found {
            Found::Errors(errors) => (errors, Vec::new()),
            Found::Retired(code, retired) => (&[], vec![(code, retired)]),
            Found::Several(errors, retired) => (errors, retired.clone()),
            Found::Nothing(_) => return Ok(()),
        };
        match format {
            ExplainFormat::Json => {
                self.errors.extend(errors.iter().map(|error| explainer.json(error)));
                self.retired.extend(retired.iter().map(|(code, retired)| json_of_retired(code, retired)));
            }
            ExplainFormat::Markdown => {
                for part in [explainer.markdown(errors)?, markdown_of_retired(&retired)] {
                    if !self.markdown.is_empty() && !part.is_empty() {
                        self.markdown.push('\n');
                    }
                    self.markdown.push_str(&part);
                }
            }
            ExplainFormat::Text => {
                if !self.text.as_str().is_empty() {
                    self.text.end_line();
                }
                if matches!(found, Found::Several(..)) {
                    write_errors(errors, explainer.columns, &mut self.text);
                    write_retired(&retired, explainer.columns, &mut self.text);
                } else {
                    explainer.write(errors, &retired, &mut self.text);
                }
            }
        }
        Ok(())
    }
}

impl Explainer<'_> {
    /// The facts, and an example reply.
    fn json(&self, error: &LockedError) -> Json {
        let mut json = json_of_error(error);
        let entry = self.entry(error);
        let example = entry.zip(entry.and_then(|entry| self.book.body_of(entry)));
        json["example"] = example.map(|(entry, body)| entry.example(body).to_http()).into();
        json
    }

    /// A section for each error, as documentation has it.
    fn markdown(&self, errors: &[&LockedError]) -> Result<String, Failure> {
        let items: Vec<CatalogItem> =
            errors.iter().filter_map(|error| self.entry(error)).map(CatalogItem::Entry).collect();
        if items.is_empty() {
            return Ok(String::new());
        }
        let catalog: &'static Catalog = Box::leak(Box::new(Catalog::new("", Vec::leak(items))));
        let book = Book::new(self.book.name(), Vec::leak(vec![catalog]));
        let sections = Sections::new().render(Format::Markdown, &book);
        sections.map_err(|error| Failure::new(error.to_string()))
    }
}

fn markdown_of_retired(retired: &[(&str, &Retired)]) -> String {
    let section = |(code, retired): &(&str, &Retired)| {
        let mut section = format!("## {}\n\nThis code is retired", code_span(code));
        if let Some(release) = retired.release() {
            section.extend([" in ", release]);
        }
        if let Some(replacement) = retired.replaced_by() {
            section.extend([": see ", &code_span(replacement)]);
        }
        section.push_str(".\n");
        if let Some(why) = retired.why() {
            section.extend(["\n", why, "\n"]);
        }
        section
    };
    retired.iter().map(section).collect::<Vec<_>>().join("\n")
}
