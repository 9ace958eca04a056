//! Which line breaks behind tags are of the text.
//!
//! The engine takes off every line break behind a tag. Only that of a line with nothing else on it is meant, so the others
//! are told to stay: `%}` becomes `+%}`.

/// A template whose tags take off no line break but that of a line of their own.
pub(crate) fn keep_lines(source: &str) -> String {
    let mut out = String::with_capacity(source.len() + 16);
    let mut rest = source;
    // Whether there is nothing but blanks and tags on the line so far.
    let mut is_alone = true;
    while let Some(at) = ["{{", "{%", "{#"].iter().filter_map(|opening| rest.find(opening)).min() {
        let (text, behind) = rest.split_at(at);
        is_alone = is_blank(text, is_alone);
        let (tag, behind) = behind.split_at(length(behind));
        out.push_str(text);
        let is_tag = ["%}", "#}"].iter().any(|closing| tag.ends_with(closing));
        let (start, closing) = tag.split_at(tag.len() - if is_tag { 2 } else { 0 });
        let is_told = start.ends_with(['-', '+']);
        out.push_str(start);
        out.push_str(if is_tag && !is_alone && !is_told && begins_with_break(behind) { "+" } else { "" });
        out.push_str(closing);
        // Neither a value nor what is raw is nothing.
        is_alone = if is_tag { is_alone } else { is_blank(tag, false) };
        rest = behind;
    }
    out.push_str(rest);
    out
}

fn is_blank(text: &str, was_blank: bool) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    line.trim().is_empty() && (was_blank || line.len() < text.len())
}

fn begins_with_break(text: &str) -> bool {
    text.starts_with('\n') || text.starts_with("\r\n")
}

/// How long what begins here is: a tag, a comment, or all of a `raw` block but its last tag.
fn length(source: &str) -> usize {
    let inside = source.get(2..).unwrap_or_default();
    let word = inside.trim_start_matches(['-', '+']).trim_start();
    let end = match source.get(..2) {
        Some("{#") => inside.find("#}").map(|at| at + 2),
        Some("{{") => close(inside, "}}"),
        _ if word.starts_with("raw") => inside.find("endraw").and_then(|at| inside.get(..at)?.rfind("{%")),
        _ => close(inside, "%}"),
    };
    end.map_or(source.len(), |end| end + 2)
}

/// The end of what closes a tag, outside of its strings.
fn close(inside: &str, closing: &str) -> Option<usize> {
    let mut quote = None;
    let mut chars = inside.char_indices();
    while let Some((at, c)) = chars.next() {
        match (quote, c) {
            (None, _) if inside.get(at..)?.starts_with(closing) => return Some(at + closing.len()),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if c == open => quote = None,
            (Some(_), '\\') => drop(chars.next()),
            _ => {}
        }
    }
    None
}
