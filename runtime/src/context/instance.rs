//! Where the path of a request is kept: without an allocation, unless it is long.

use std::borrow::Cow;

use http::uri::PathAndQuery;

/// Where the path of the request is kept.
#[derive(Debug, Clone)]
pub(super) enum Instance {
    Uri(PathAndQuery),
    Text(Cow<'static, str>),
    /// A short text.
    Short {
        length: u8,
        bytes: [u8; SHORT],
    },
}

/// The length of the longest path that is copied without an allocation. A longer one would make every context larger, which is
/// moved with the future of its request.
const SHORT: usize = 46;

impl Instance {
    /// Copies a path to where it stays: a copy on the way would cost as much again.
    #[inline]
    pub(super) fn copy_to(place: &mut Option<Self>, path: &str) {
        match u8::try_from(path.len()) {
            Ok(length) if path.len() <= SHORT => {
                *place = Some(Self::Short { length, bytes: [0; SHORT] });
                if let Some(Self::Short { bytes, .. }) = place {
                    bytes[..path.len()].copy_from_slice(path.as_bytes());
                }
            }
            _ => *place = Some(Self::Text(Cow::Owned(path.to_owned()))),
        }
    }

    /// The path as a URI reference. What starts with two slashes would name a host (RFC 3986 §4.2); `/.` in front of it
    /// is removed again where the reference is resolved (§5.2.4).
    pub(super) fn to_reference(&self) -> Cow<'_, str> {
        match self.as_str() {
            path if path.starts_with("//") => Cow::Owned(format!("/.{path}")),
            path => Cow::Borrowed(path),
        }
    }

    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Uri(uri) => uri.path(),
            Self::Text(text) => text,
            Self::Short { length, bytes } => {
                let bytes = bytes.get(..usize::from(*length)).unwrap_or_default();
                std::str::from_utf8(bytes).unwrap_or_default()
            }
        }
    }
}
