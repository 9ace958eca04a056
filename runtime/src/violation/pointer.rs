//! JSON pointers (RFC 6901), which are always valid.

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};

use crate::uri::{is_plain, push_encoded};

/// A JSON pointer (RFC 6901): the path to a value in a JSON document. The default is the document itself.
///
/// # Examples
///
/// ```
/// use errbook::JsonPointer;
///
/// assert_eq!(JsonPointer::new("/items/0/quantity").as_str(), "/items/0/quantity");
/// assert_eq!(JsonPointer::new("/prices").join("a/b").as_str(), "/prices/a~1b");
/// assert_eq!(JsonPointer::from_iter(["prices", "a/b"]).as_str(), "/prices/a~1b");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JsonPointer(Cow<'static, str>);

impl JsonPointer {
    /// Takes a pointer as it is written: empty, or with a slash before each segment.
    ///
    /// A text that does not start with a slash is the name of one member.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::JsonPointer;
    /// assert_eq!(JsonPointer::new("age").as_str(), "/age");
    /// ```
    pub fn new(text: impl Into<Cow<'static, str>>) -> Self {
        let text = text.into();
        if (text.is_empty() || text.starts_with('/')) && is_escaped(&text) {
            return Self(text);
        }
        match text.strip_prefix('/') {
            // A tilde that starts no escape is itself.
            Some(rest) => rest
                .split('/')
                .map(|segment| if is_escaped(segment) { unescape(segment) } else { segment.into() })
                .collect(),
            None => Self::default().join(text),
        }
    }

    /// Adds the name of a member or the index of an item, escaped.
    #[must_use]
    pub fn join(self, segment: impl Display) -> Self {
        let mut text = self.0.into_owned();
        text.push('/');
        // Writing to a `String` fails only if the segment does, which is then cut off.
        let _ = write!(Escaped(&mut text), "{segment}");
        Self(Cow::Owned(text))
    }

    /// The pointer as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The names of members and the indices of items, without escapes.
    pub fn segments(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(unescape)
    }

    /// The pointer as the fragment of a URI (RFC 6901 §6), such as `#/age`.
    pub fn to_fragment(&self) -> String {
        let mut fragment = String::from("#");
        for c in self.0.chars() {
            // RFC 3986 §3.5
            if is_plain(c) || matches!(c, ':' | '@' | '/' | '?') {
                fragment.push(c);
            } else {
                push_encoded(&mut fragment, c);
            }
        }
        fragment
    }

    /// The pointer as a path of fields, such as `items[0].quantity` (`google.rpc.BadRequest`). A name that is not an
    /// identifier is in backticks (AIP-161).
    pub(crate) fn to_field_path(&self) -> String {
        let mut path = String::new();
        for segment in self.segments() {
            if is_index(&segment) {
                path.extend(["[", &segment, "]"]);
                continue;
            }
            if !path.is_empty() {
                path.push('.');
            }
            if is_identifier(&segment) {
                path.push_str(&segment);
            } else {
                path.extend(["`", &segment.replace('`', "``"), "`"]);
            }
        }
        path
    }

    /// The same with other names of members.
    pub(super) fn map_names(&self, mut rename: impl FnMut(&str) -> String) -> Self {
        let rename = |name: Cow<'_, str>| if is_index(&name) { name.into_owned() } else { rename(&name) };
        self.segments().map(rename).collect()
    }

    /// The same value in a document that has this one's document at `outer`.
    pub(super) fn nested_in(&self, outer: &Self) -> Self {
        Self(Cow::Owned(format!("{outer}{self}")))
    }
}

impl Display for JsonPointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&'static str> for JsonPointer {
    fn from(text: &'static str) -> Self {
        Self::new(text)
    }
}

impl From<String> for JsonPointer {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

/// The pointer to a value by its segments, each of which is escaped.
impl<S: Display> FromIterator<S> for JsonPointer {
    fn from_iter<I: IntoIterator<Item = S>>(segments: I) -> Self {
        segments.into_iter().fold(Self::default(), Self::join)
    }
}

/// Escapes what is written to it (RFC 6901 §3).
struct Escaped<'t>(&'t mut String);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            match c {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                _ => self.0.push(c),
            }
        }
        Ok(())
    }
}

/// Whether each tilde starts an escape.
fn is_escaped(text: &str) -> bool {
    text.split('~').skip(1).all(|after| after.starts_with(['0', '1']))
}

fn unescape(segment: &str) -> Cow<'_, str> {
    // In this order (RFC 6901 §4): `~01` is `~1`.
    if segment.contains('~') { segment.replace("~1", "/").replace("~0", "~").into() } else { segment.into() }
}

fn is_index(segment: &str) -> bool {
    !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_identifier(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
