//! The inline markup of doc comments, which nests, as that of reStructuredText, which does not.

use super::text::{Spot, Within, escape};
use super::{address, code};
use crate::ast::{self, Inline};

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
pub(super) fn inline(content: &[Inline], spot: &Spot) -> String {
    let mut runs = Vec::new();
    collect(content, &Style::Plain, &mut runs);
    let runs = without_blanks(runs);
    let mut out = String::new();
    for (at, run) in runs.iter().enumerate() {
        let after = runs.get(at + 1).map_or(spot.after, first_char);
        let before = out.chars().next_back().or(spot.before);
        let begins_line = spot.begins_line && out.is_empty();
        let spot = Spot { before, after, begins_line, in_markdown: true, ..*spot };
        out.push_str(&write(run, &spot));
    }
    out
}

/// The parts of a paragraph, with the line breaks in it.
pub(super) fn paragraph(content: &[Inline]) -> String {
    let lines: Vec<_> = content.split(|inline| *inline == Inline::Break).collect();
    match lines.as_slice() {
        [line] => inline(line, &Spot { begins_line: true, ..Spot::default() }),
        lines => {
            let line = |line: &&[Inline]| {
                format!("| {}", inline(line, &Spot::default()).trim()).trim_end().to_owned()
            };
            lines.iter().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}

fn collect(content: &[Inline], style: &Style, runs: &mut Vec<Run>) {
    for inline in content {
        match inline {
            Inline::Text(text) => push(runs, style, text),
            Inline::Break | Inline::SoftBreak => push(runs, style, " "),
            Inline::Html(tag) => push(runs, style, if tag.starts_with("<br") { " " } else { "" }),
            Inline::Footnote(label) => push(runs, style, &format!("[{label}]")),
            Inline::Raw(raw) => push(runs, style, raw),
            // What is struck out would say the opposite without a sign of it.
            Inline::Strike(content) => {
                push(runs, style, "~~");
                collect(content, style, runs);
                push(runs, style, "~~");
            }
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

fn write(run: &Run, spot: &Spot) -> String {
    let inside = Spot { within: Within::Role, ..Spot::default() };
    match &run.style {
        Style::Plain => escape(&run.text, spot),
        Style::Code => code::span(&run.text, spot),
        Style::Emphasis => code::apart(&format!("*{}*", escape(&run.text, &inside)), spot),
        Style::Strong => code::apart(&format!("**{}**", escape(&run.text, &inside)), spot),
        Style::Link(address) if *address == run.text && address::is_plain(address) => {
            code::apart(address, spot)
        }
        Style::Link(address) => {
            code::apart(&format!("`{} <{}>`__", escape(&run.text, &inside), address::escape(address)), spot)
        }
    }
}

/// What a run begins with when it is written.
fn first_char(run: &Run) -> Option<char> {
    match &run.style {
        Style::Plain => run.text.chars().next(),
        Style::Emphasis | Style::Strong => Some('*'),
        Style::Code | Style::Link(_) => Some('`'),
    }
}
