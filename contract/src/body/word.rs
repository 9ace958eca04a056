//! Placeholders as words, `details.limit` or `violation.code`, and strings with placeholders in braces.

use errbook::body::{Placeholder, ViolationPart};

const VIOLATION: &str = "violation.";
const DETAILS: &str = "details.";
const META: &str = "meta.";
const EXTRA: &str = "extra.";

/// The word of a placeholder.
pub(super) fn word_of(placeholder: Placeholder) -> String {
    match placeholder {
        Placeholder::Detail(name) => format!("{DETAILS}{name}"),
        Placeholder::Meta(name) => format!("{META}{name}"),
        Placeholder::Extra(name) => format!("{EXTRA}{name}"),
        Placeholder::Violation(ViolationPart::Detail(name)) => format!("{VIOLATION}{DETAILS}{name}"),
        Placeholder::Violation(part) => format!("{VIOLATION}{}", part.name()),
        plain => plain.name().to_owned(),
    }
}

/// The placeholder of a word, whose argument is kept as long as the program runs.
pub(super) fn placeholder_of(word: &str) -> Option<Placeholder> {
    let leak = |name: &str| -> &'static str { String::leak(name.to_owned()) };
    if let Some(part) = word.strip_prefix(VIOLATION) {
        let named = part.strip_prefix(DETAILS).filter(|name| !name.is_empty());
        let part = match named {
            Some(name) => Some(ViolationPart::Detail(leak(name))),
            None => plain_part(part),
        };
        return part.map(Placeholder::Violation);
    }
    match argument_of(word) {
        Some((DETAILS, name)) => Some(Placeholder::Detail(leak(name))),
        Some((META, name)) => Some(Placeholder::Meta(leak(name))),
        Some((EXTRA, name)) => Some(Placeholder::Extra(leak(name))),
        _ => plain(word),
    }
}

/// Whether a word is that of a placeholder.
pub(crate) fn is_word(word: &str) -> bool {
    if let Some(part) = word.strip_prefix(VIOLATION) {
        return part.strip_prefix(DETAILS).is_some_and(|name| !name.is_empty()) || plain_part(part).is_some();
    }
    argument_of(word).is_some() || plain(word).is_some()
}

fn argument_of(word: &str) -> Option<(&'static str, &str)> {
    let known = [DETAILS, META, EXTRA].into_iter();
    known.filter_map(|prefix| Some((prefix, word.strip_prefix(prefix)?))).find(|(_, name)| !name.is_empty())
}

fn plain(word: &str) -> Option<Placeholder> {
    Placeholder::PLAIN.iter().copied().find(|placeholder| placeholder.name() == word)
}

fn plain_part(word: &str) -> Option<ViolationPart> {
    ViolationPart::PLAIN.iter().copied().find(|part| part.name() == word)
}

/// A part of a string with placeholders.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'t> {
    /// Text, which may have doubled braces.
    Text(&'t str),
    Word(&'t str),
}

/// The parts of a string with placeholders; `None` if a brace is single or a placeholder is unknown.
pub(super) fn parts(template: &str) -> Option<Vec<Part<'_>>> {
    let (mut parts, mut rest) = (Vec::new(), template);
    while !rest.is_empty() {
        if rest.starts_with("{{") || rest.starts_with("}}") {
            parts.push(Part::Text(&rest[..1]));
            rest = &rest[2..];
        } else if let Some(inside) = rest.strip_prefix('{') {
            let (word, after) = inside.split_once('}')?;
            if !is_word(word) {
                return None;
            }
            parts.push(Part::Word(word));
            rest = after;
        } else {
            let end = rest.find(['{', '}']).unwrap_or(rest.len());
            if end == 0 {
                return None;
            }
            parts.push(Part::Text(&rest[..end]));
            rest = &rest[end..];
        }
    }
    Some(parts)
}

/// The placeholders of a template.
pub(super) fn template_words(template: &str) -> impl Iterator<Item = &str> {
    parts(template).unwrap_or_default().into_iter().filter_map(|part| match part {
        Part::Word(word) => Some(word),
        Part::Text(_) => None,
    })
}

/// Whether a text may be that of a plain-text reply, which has no objects and no violations in it.
pub(crate) fn is_text_template(template: &str) -> bool {
    let is_object = |word: &str| word == "details" || word == "metadata" || word.starts_with(VIOLATION);
    // A word with a brace, a colon or spaces would read differently there.
    let is_odd = |word: &str| word.contains(['{', ':']) || word.trim() != word;
    parts(template).is_some() && !template_words(template).any(|word| is_object(word) || is_odd(word))
}

/// Text with its braces doubled.
pub(super) fn escape(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}
