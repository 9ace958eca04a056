//! A string with placeholders, read at runtime and checked by the compiler: `{code}: {message}`, with `{{` and `}}` for braces.

use super::placeholder::Placeholder;
use super::{Node, Segment, Wanted};
use crate::const_panic::{const_eq_bytes, const_panic};
use crate::entry::as_str;
use crate::nearest::distance;

/// Takes segments off the front of a template.
pub(crate) struct Template(pub(crate) &'static [u8]);

impl Template {
    /// The next segment, if there is one.
    ///
    /// Panics at a placeholder that is unknown or cannot be text, and at a single brace. A format is checked when it is made.
    #[track_caller]
    pub(crate) const fn next(&mut self) -> Option<Segment> {
        match self.0 {
            [] => None,
            [b'{', b'{', rest @ ..] => Some(self.brace("{", rest)),
            [b'}', b'}', rest @ ..] => Some(self.brace("}", rest)),
            [b'}', ..] => const_panic(&["unmatched `}`: write `}}` for a literal brace"]),
            [b'{', rest @ ..] => {
                let name = take(rest, b'}');
                if name.len() == rest.len() {
                    const_panic(&["unclosed `{`: write `}` after the name, or `{{` for a literal brace"]);
                }
                self.0 = rest.split_at(name.len() + 1).1;
                Some(Segment::Placeholder(placeholder(name)))
            }
            text => {
                let text = take_text(text);
                self.0 = self.0.split_at(text.len()).1;
                Some(Segment::Str(as_str(text)))
            }
        }
    }

    const fn brace(&mut self, brace: &'static str, rest: &'static [u8]) -> Segment {
        self.0 = rest;
        Segment::Str(brace)
    }

    /// Panics if the template is invalid.
    #[track_caller]
    pub(super) const fn check(mut self) {
        while self.next().is_some() {}
    }

    /// Whether it has such a placeholder.
    pub(super) const fn contains(mut self, wanted: Wanted<'_>) -> bool {
        while let Some(segment) = self.next() {
            if let Segment::Placeholder(placeholder) = segment {
                if wanted.is(placeholder) {
                    return true;
                }
            }
        }
        false
    }
}

impl Iterator for Template {
    type Item = Segment;

    fn next(&mut self) -> Option<Segment> {
        Self::next(self)
    }
}

impl Node {
    /// A string with placeholders, written as in [`body!`](crate::body!).
    ///
    /// # Panics
    ///
    /// If a placeholder is unknown, or a brace is single. In a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn template(template: &'static str) -> Self {
        Template(template.as_bytes()).check();
        Self::Template(template)
    }
}

#[track_caller]
const fn placeholder(written: &'static [u8]) -> Placeholder {
    let text = written.trim_ascii();
    let formatted = take(text, b':');
    if formatted.is_empty() {
        const_panic(&["expected a placeholder in `{}`, or `{{}}` for literal braces"]);
    }
    if formatted.len() < text.len() {
        let (expected, found) = (as_str(formatted), as_str(text));
        const_panic(&["placeholders have no format: expected `{", expected, "}`, found `{", found, "}`"]);
    }
    let name = take(text, b'.');
    if name.len() == text.len() {
        return plain_or_panic(name);
    }
    let argument = as_str(text.split_at(name.len() + 1).1);
    let found = match name {
        b"details" => Placeholder::Detail(argument),
        b"meta" => Placeholder::Meta(argument),
        b"extra" => Placeholder::Extra(argument),
        _ if plain(name).is_some() => {
            const_panic(&["`", as_str(name), "` has no parts: remove `.", argument, "`"])
        }
        _ => unknown(name),
    };
    if argument.is_empty() {
        const_panic(&["expected a name after the dot: `{", as_str(name), ".NAME}`"]);
    }
    found
}

#[track_caller]
const fn plain_or_panic(name: &'static [u8]) -> Placeholder {
    match plain(name) {
        Some(Placeholder::Details | Placeholder::Metadata) => {
            const_panic(&["`", as_str(name), "` is an object: write one detail as `{details.NAME}`"])
        }
        Some(placeholder) => placeholder,
        None if matches!(name, b"meta" | b"extra") => const_panic(&["expected `{", as_str(name), ".NAME}`"]),
        None => unknown(name),
    }
}

#[track_caller]
const fn unknown(name: &'static [u8]) -> ! {
    let (mut nearest, mut edits) = ("", name.len().div_ceil(3) + 1);
    let mut at = 0;
    while at < Placeholder::PLAIN.len() + 2 {
        let known = match at.checked_sub(Placeholder::PLAIN.len()) {
            None => Placeholder::PLAIN[at].name(),
            Some(0) => "meta",
            Some(_) => "extra",
        };
        let needed = distance(name, known.as_bytes());
        if needed < edits {
            (nearest, edits) = (known, needed);
        }
        at += 1;
    }
    if nearest.is_empty() {
        const_panic(&["unknown placeholder `", as_str(name), "`, expected one of `body!`, such as `code`"])
    }
    const_panic(&["unknown placeholder `", as_str(name), "`, did you mean `", nearest, "`?"])
}

const fn plain(name: &[u8]) -> Option<Placeholder> {
    let mut at = 0;
    while at < Placeholder::PLAIN.len() {
        if const_eq_bytes(Placeholder::PLAIN[at].name().as_bytes(), name) {
            return Some(Placeholder::PLAIN[at]);
        }
        at += 1;
    }
    None
}

/// What is before the first such byte.
const fn take(bytes: &'static [u8], end: u8) -> &'static [u8] {
    let mut at = 0;
    while at < bytes.len() && bytes[at] != end {
        at += 1;
    }
    bytes.split_at(at).0
}

/// What is before the first brace.
const fn take_text(bytes: &'static [u8]) -> &'static [u8] {
    let mut at = 0;
    while at < bytes.len() && bytes[at] != b'{' && bytes[at] != b'}' {
        at += 1;
    }
    bytes.split_at(at).0
}
