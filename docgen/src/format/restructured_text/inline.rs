//! The inline markup of doc comments, which nests, as that of reStructuredText, which does not.

use super::address;
use super::text::escape;
use crate::ast::{self, Inline};
use crate::format::spot::Spot;

/// A stretch of text with one kind of markup.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    style: Style,
    text: String,
}

/// A link is a link whatever is in it, code is code in strong text, and strong text in an emphasis is strong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    Plain,
    Emphasis,
    Strong,
    Code,
    Link(String),
}

/// The parts of a paragraph on one line.
pub(super) fn write(content: &[Inline], spot: &Spot) -> String {
    let mut runs = Vec::new();
    collect(&ast::simple(content), &Style::Plain, &mut runs);
    let runs = without_blanks(runs);
    let mut out = String::with_capacity(64);
    for (at, run) in runs.iter().enumerate() {
        let after = runs.get(at + 1).map_or(spot.after, Run::first_char);
        let before = out.chars().next_back().or(spot.before);
        let begins_line = spot.begins_line && out.is_empty();
        out.push_str(&run.write(&Spot { before, after, begins_line, ..*spot }));
    }
    out
}

fn collect(content: &[Inline], style: &Style, runs: &mut Vec<Run>) {
    for inline in content {
        match inline {
            Inline::Text(text) => push(runs, style, text),
            Inline::Break | Inline::SoftBreak => push(runs, style, " "),
            // Text by now.
            Inline::Html(_) | Inline::Footnote(_) | Inline::Strike(_) => {}
            Inline::Raw(raw) => push(runs, style, raw),
            Inline::Code(text) => push(runs, &Style::Code.max(style.clone()), text),
            Inline::Emphasis(content) => collect(content, &Style::Emphasis.max(style.clone()), runs),
            Inline::Strong(content) => collect(content, &Style::Strong.max(style.clone()), runs),
            Inline::Link { address, content, .. } => {
                let shown = ast::plain(content);
                push(runs, &Style::Link(address.clone()), &shown);
            }
            Inline::Image { address, alt, .. } => {
                let shown = if alt.trim().is_empty() { address } else { alt };
                push(runs, &Style::Link(address.clone()).max(style.clone()), shown);
            }
        }
    }
}

fn push(runs: &mut Vec<Run>, style: &Style, text: &str) {
    let text = text.replace(|c| super::text::is_break(c) || c == '\t', " ");
    match runs.last_mut() {
        // Two spans of code side by side are not one.
        Some(run) if run.style == *style && *style != Style::Code => run.text.push_str(&text),
        _ => runs.push(Run { style: style.clone(), text }),
    }
}

/// Markup begins and ends with what is not blank: blanks at its ends are moved out of it.
fn without_blanks(runs: Vec<Run>) -> Vec<Run> {
    let mut out = Vec::with_capacity(runs.len());
    for run in runs {
        let inside = run.text.trim();
        let start = run.text.len() - run.text.trim_start().len();
        if run.style == Style::Plain || inside.is_empty() {
            push(&mut out, &Style::Plain, &run.text);
            continue;
        }
        if start > 0 {
            push(&mut out, &Style::Plain, " ");
        }
        out.push(Run { text: inside.to_owned(), style: run.style });
        if start + inside.len() < run.text.len() {
            push(&mut out, &Style::Plain, " ");
        }
    }
    out
}

impl Run {
    fn write(&self, spot: &Spot) -> String {
        let text = &self.text;
        let markup = match &self.style {
            Style::Plain => return escape(text, spot),
            Style::Code => literal(text, spot.before),
            Style::Emphasis => format!("*{}*", escape(text, &Spot::default())),
            Style::Strong => format!("**{}**", escape(text, &Spot::default())),
            Style::Link(address) if address == text && address::is_plain(address) => address.clone(),
            Style::Link(address) => {
                format!("`{} <{}>`__", escape(text, &Spot::default()), address::escape(address))
            }
        };
        apart(&markup, spot)
    }

    /// What it begins with when it is written.
    fn first_char(&self) -> Option<char> {
        match &self.style {
            Style::Plain => self.text.chars().next(),
            Style::Emphasis | Style::Strong => Some('*'),
            Style::Code | Style::Link(_) => Some('`'),
        }
    }
}

/// An inline literal, which knows no escapes, or the role that stands for it where that is not enough: between brackets or quotes of
/// a pair, the signs of a literal would be no markup.
fn literal(text: &str, before: Option<char>) -> String {
    let is_quoted = before.is_some_and(|c| !c.is_whitespace()) && !text.starts_with(char::is_alphanumeric);
    if text.contains("``") || text.starts_with('`') || text.ends_with(['`', '\\']) || is_quoted {
        return format!(":literal:`{}`", escape(text, &Spot::default()));
    }
    format!("``{text}``")
}

/// Inline markup with `\ ` where letters are too near for it to be markup (reStructuredText, "Inline markup recognition rules").
fn apart(markup: &str, spot: &Spot) -> String {
    let is_open = spot.before.is_none_or(|c| c.is_whitespace() || "-/:(".contains(c));
    let is_closed = spot.after.is_none_or(|c| c.is_whitespace() || "'\")]}>-/:.,;!?".contains(c));
    format!("{}{markup}{}", if is_open { "" } else { "\\ " }, if is_closed { "" } else { "\\ " })
}
