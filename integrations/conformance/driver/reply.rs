//! Replies, and the bytes of HTTP/1.1 that they are read from.

use std::fmt;
use std::time::Instant;

/// A reply, whole.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
    /// All that was received, the framing too.
    pub raw: Vec<u8>,
    /// When the first bytes of the body were received.
    pub body_began: Instant,
    /// When the last bytes were received.
    pub ended: Instant,
}

/// Why there is no reply.
#[derive(Debug)]
pub enum NoReply {
    /// The connection was closed before the first byte.
    Closed,
    /// Nothing more was received in time.
    Late,
    /// What was received is not HTTP, or not whole.
    Malformed(String),
}

impl fmt::Display for NoReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed => f.write_str("the connection was closed without a reply"),
            Self::Late => f.write_str("the reply did not come in time"),
            Self::Malformed(why) => write!(f, "the reply is malformed: {why}"),
        }
    }
}

impl From<NoReply> for String {
    fn from(no_reply: NoReply) -> Self {
        no_reply.to_string()
    }
}

impl Reply {
    /// All values of a header.
    pub fn all(&self, name: &str) -> Vec<&[u8]> {
        let named = self.headers.iter().filter(|(known, _)| known == name);
        named.map(|(_, value)| value.as_slice()).collect()
    }

    /// The value of a header that is there once.
    pub fn only(&self, name: &str) -> Result<&str, String> {
        match self.all(name).as_slice() {
            [value] => {
                std::str::from_utf8(value).map_err(|_| format!("the header `{name}` is not valid UTF-8"))
            }
            [] => Err(format!("missing header `{name}`")),
            several => Err(format!("the header `{name}` is there {} times", several.len())),
        }
    }

    /// The body for people.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Which of the words were received, anywhere.
    pub fn find<'w>(&self, words: &[&'w str]) -> Option<&'w str> {
        words.iter().copied().find(|word| contains(&self.raw, word.as_bytes()))
    }

    /// All that was received, but for the date. Headers of different names have no order (RFC 9110 §5.3).
    pub fn without_date(&self) -> Vec<u8> {
        let end = self.raw.windows(4).position(|bytes| bytes == b"\r\n\r\n").map_or(0, |at| at + 2);
        let (head, rest) = self.raw.split_at(end);
        let mut lines = head.split_inclusive(|byte| *byte == b'\n').collect::<Vec<_>>();
        lines.retain(|line| !line.to_ascii_lowercase().starts_with(b"date:"));
        if let Some(headers) = lines.get_mut(1..) {
            headers.sort_by_key(|line| line.split(|byte| *byte == b':').next());
        }
        [lines.concat().as_slice(), rest].concat()
    }
}

/// Whether a word is somewhere in the bytes, in upper or lower case.
pub fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word))
}

/// How the body of a reply is delimited (RFC 9112 §6.3).
pub enum Framing {
    None,
    Length(usize),
    Chunks,
    Close,
}

/// The head of a reply.
pub struct ReplyHead {
    pub status: u16,
    pub headers: Vec<(String, Vec<u8>)>,
}

impl ReplyHead {
    /// Parses a head, without the empty line at its end. It is stricter than clients need to be.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let shown = || String::from_utf8_lossy(bytes).into_owned();
        let mut lines =
            bytes.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
        let status = lines.next().and_then(|line| std::str::from_utf8(line).ok()).and_then(status_of);
        let status = status.ok_or_else(|| format!("invalid status line in {:?}", shown()))?;
        let headers = lines.map(header).collect::<Option<Vec<_>>>();
        let headers = headers.ok_or_else(|| format!("invalid header in {:?}", shown()))?;
        Ok(Self { status, headers })
    }

    pub fn framing(&self, is_head: bool) -> Result<Framing, String> {
        let values = |wanted: &str| {
            let named = self.headers.iter().filter(|(name, _)| name == wanted);
            named.map(|(_, value)| String::from_utf8_lossy(value).into_owned()).collect::<Vec<_>>()
        };
        let (lengths, codings) = (values("content-length"), values("transfer-encoding"));
        match (lengths.as_slice(), codings.as_slice()) {
            _ if is_head || matches!(self.status, 100..=199 | 204 | 304) => Ok(Framing::None),
            ([], []) => Ok(Framing::Close),
            ([], [coding]) if coding.eq_ignore_ascii_case("chunked") => Ok(Framing::Chunks),
            ([length], []) => {
                length.parse().map(Framing::Length).map_err(|_| format!("invalid length `{length}`"))
            }
            _ => Err(format!("lengths {lengths:?} beside codings {codings:?}")),
        }
    }
}

fn status_of(line: &str) -> Option<u16> {
    let rest = line.strip_prefix("HTTP/1.1 ").or_else(|| line.strip_prefix("HTTP/1.0 "))?;
    let digits = rest.split(' ').next().filter(|digits| digits.len() == 3)?;
    digits.parse().ok().filter(|status| (100..=599).contains(status))
}

fn header(line: &[u8]) -> Option<(String, Vec<u8>)> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(byte);
    let is_value = |byte: &u8| *byte == b'\t' || !byte.is_ascii_control();
    let is_valid = !name.is_empty() && name.iter().all(is_name) && value.iter().all(is_value);
    is_valid.then(|| (String::from_utf8_lossy(name).to_ascii_lowercase(), value.to_vec()))
}
