//! The tags of templates, which the engine does not tell: where they are, and which line breaks behind them are text.

use std::ops::Range;

/// The tags and comments of a template. A `raw` block is one, up to its last tag.
pub(crate) fn tags(source: &str) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    let mut at = 0;
    let next = |at: usize| {
        let rest = source.get(at..)?;
        ["{{", "{%", "{#"].iter().filter_map(|opening| rest.find(opening)).min().map(|found| at + found)
    };
    while let Some(start) = next(at) {
        at = start + length(source.get(start..).unwrap_or_default());
        tags.push(start..at);
    }
    tags
}

/// An expression with `deprecated is false` instead of `deprecated == false`, and so for `none`: to the engine, no object equals
/// either.
pub(crate) fn truths(expression: &str) -> String {
    let mut out = String::with_capacity(expression.len());
    let mut rest = expression;
    while let Some(at) = rest.find(['=', '!', '"', '\'']) {
        let (before, behind) = rest.split_at(at);
        out.push_str(before);
        let is_truth = out.trim_end().ends_with("deprecated");
        let (written, length) = string(behind)
            .map(|length| (&behind[..length], length))
            .or_else(|| test(behind, is_truth))
            .unwrap_or((&behind[..1], 1));
        out.push_str(written);
        rest = &behind[length..];
    }
    out + rest
}

/// The length of the string that begins an expression.
fn string(expression: &str) -> Option<usize> {
    let quote = expression.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut is_escaped = false;
    let is_end = |c: char| {
        let is_end = c == quote && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    };
    Some(expression[1..].find(is_end).map_or(expression.len(), |end| end + 2))
}

/// What a comparison with a constant is as a test, and how long it is without the constant.
fn test(comparison: &str, is_truth: bool) -> Option<(&'static str, usize)> {
    let (sign, behind) = comparison.split_at_checked(2)?;
    let value = behind.trim_start();
    let word = value.split(|c: char| !c.is_alphanumeric()).next()?;
    let test = match sign {
        "==" => " is ",
        "!=" => " is not ",
        _ => return None,
    };
    let is_constant = matches!(word, "none" | "None") || is_truth && matches!(word, "true" | "false");
    is_constant.then_some((test, comparison.len() - value.len()))
}

/// A template as the engine should read it: comparisons are tests where [`truths`] says so, and tags take off no line break but that of a
/// line of their own.
///
/// The engine takes off every line break behind a tag. Those that are text are told to stay: `%}` becomes `+%}`.
pub(crate) fn prepared(source: &str) -> String {
    let mut out = String::with_capacity(source.len() + 16);
    let mut at = 0;
    // Whether there is nothing but spaces and tags on the line so far.
    let mut is_alone = true;
    for range in tags(source) {
        let text = source.get(at..range.start).unwrap_or_default();
        let tag = source.get(range.clone()).unwrap_or_default();
        let behind = source.get(range.end..).unwrap_or_default();
        at = range.end;
        is_alone = is_blank(text, is_alone);
        let is_tag = ["%}", "#}"].iter().any(|closing| tag.ends_with(closing));
        let (start, closing) = tag.split_at(tag.len() - if is_tag { 2 } else { 0 });
        let is_break = behind.starts_with('\n') || behind.starts_with("\r\n");
        let stays = is_tag && !is_alone && is_break && !start.ends_with(['-', '+']);
        let start = if is_raw(tag) { start.to_owned() } else { truths(start) };
        out.extend([text, &start, if stays { "+" } else { "" }, closing]);
        // Neither a value nor what is raw is nothing.
        is_alone = if is_tag { is_alone } else { is_blank(tag, false) };
    }
    out.push_str(source.get(at..).unwrap_or_default());
    out
}

fn is_blank(text: &str, was_blank: bool) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    line.trim().is_empty() && (was_blank || line.len() < text.len())
}

/// How long the tag at the start of the source is.
fn length(source: &str) -> usize {
    let inside = source.get(2..).unwrap_or_default();
    let end = match source.get(..2) {
        Some("{#") => inside.find("#}").map(|at| at + 2),
        Some("{{") => close(inside, "}}"),
        _ if is_raw(source) => inside.find("endraw").and_then(|at| inside.get(..at)?.rfind("{%")),
        _ => close(inside, "%}"),
    };
    end.map_or(source.len(), |end| end + 2)
}

/// Whether a tag begins a `raw` block.
fn is_raw(tag: &str) -> bool {
    let inside = tag.strip_prefix("{%").map(|inside| inside.trim_start_matches(['-', '+']).trim_start());
    inside.is_some_and(|inside| inside.starts_with("raw"))
}

/// The end of what closes a tag, outside of its strings.
fn close(inside: &str, closing: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = inside.get(at..)?;
        if rest.starts_with(closing) {
            return Some(at + closing.len());
        }
        at += string(rest).or_else(|| rest.chars().next().map(char::len_utf8))?;
    }
}
