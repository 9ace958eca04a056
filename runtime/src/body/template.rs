//! A string with placeholders, read at runtime and checked by the compiler: `{code}: {message}`, with `{{` and `}}` for braces.

use super::placeholder::Placeholder;
use super::{Node, Segment, Wanted};
use crate::const_panic::{const_eq_bytes, const_panic};
use crate::entry::as_str;

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
                if placeholder.is(wanted) {
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
const fn placeholder(name: &'static [u8]) -> Placeholder {
    let prefix = take(name, b'.');
    let argument = if prefix.len() < name.len() { Some(name.split_at(prefix.len() + 1).1) } else { None };
    let found = match (prefix, argument) {
        (_, Some([])) => None,
        (b"meta", Some(argument)) => Some(Placeholder::Meta(as_str(argument))),
        (b"extra", Some(argument)) => Some(Placeholder::Extra(as_str(argument))),
        (b"details", Some(argument)) => Some(Placeholder::Detail(as_str(argument))),
        (_, Some(_)) => None,
        (name, None) => plain(name),
    };
    match found {
        Some(Placeholder::Details | Placeholder::Metadata) => {
            const_panic(&["`", as_str(name), "` is an object: write one detail as `{details.NAME}`"])
        }
        Some(placeholder) => placeholder,
        None => const_panic(&[
            "unknown placeholder `",
            as_str(name),
            "`, expected one of `body!`, such as `code`",
        ]),
    }
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
