//! Content negotiation: the wire format that a client asks for (RFC 9110 §12.5.1).

use crate::body::Body;

/// The wire formats that an API answers in, the usual one first.
///
/// # Examples
///
/// ```
/// use errbook::{Formats, body};
///
/// static FORMATS: Formats = Formats::new(&body::NESTED, &[&body::PROBLEM]);
///
/// let accept = "text/html, application/problem+json;q=0.9, */*;q=0.1";
/// assert_eq!(FORMATS.choose([accept]), &body::PROBLEM);
/// assert_eq!(FORMATS.choose(["image/png"]), &body::NESTED);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Formats {
    usual: &'static Body,
    others: &'static [&'static Body],
}

impl Formats {
    /// Creates the set from the usual format, for clients that do not ask for another, and the others.
    pub const fn new(usual: &'static Body, others: &'static [&'static Body]) -> Self {
        Self { usual, others }
    }

    /// The format for clients that do not ask for another.
    #[inline]
    pub const fn usual(self) -> &'static Body {
        self.usual
    }

    /// The formats that clients must ask for.
    pub const fn others(self) -> &'static [&'static Body] {
        self.others
    }

    /// The format with the highest weight in the values of the header `Accept`; of several, the first.
    ///
    /// If none is acceptable, it is the usual one: an error in another format is better than 406 in its place
    /// (RFC 9110 §12.5.1 allows it).
    pub fn choose<'a>(self, accept: impl IntoIterator<Item = &'a str, IntoIter: Clone>) -> &'static Body {
        let accept = accept.into_iter();
        // What most clients send, or nothing.
        let is_usual = |value: &str| value == "*/*" || value == self.usual.content_type();
        if self.others.is_empty() || accept.clone().all(is_usual) {
            return self.usual;
        }
        let ranges = accept.flat_map(|value| split(value, ',')).filter_map(MediaType::parse);
        let weight = |body: &Body| weight(body.content_type(), ranges.clone());
        let mut best = (weight(self.usual), self.usual);
        for body in self.others {
            let weight = weight(body);
            if weight > best.0 {
                best = (weight, body);
            }
        }
        best.1
    }
}

/// The weight of a media type: that of the most specific range that it is in.
fn weight<'a>(content_type: &str, ranges: impl Iterator<Item = MediaType<'a>>) -> u16 {
    let Some(media_type) = MediaType::parse(content_type) else { return 0 };
    let matching = ranges.filter_map(|range| Some((range.precedence(media_type)?, range.weight)));
    matching.max_by_key(|(precedence, _)| *precedence).map_or(0, |(_, weight)| weight)
}

/// A media type, or a range of them with a weight.
#[derive(Clone, Copy)]
struct MediaType<'a> {
    name: &'a str,
    subtype: &'a str,
    /// The rest of the item.
    parameters: &'a str,
    /// In thousandths.
    weight: u16,
}

impl<'a> MediaType<'a> {
    /// Reads an item of `Accept`; `None` if it is malformed.
    fn parse(item: &'a str) -> Option<Self> {
        let (media_type, parameters) = item.split_once(';').unwrap_or((item, ""));
        let (name, subtype) = media_type.trim().split_once('/')?;
        let weight = parameters_in(parameters).find(|(name, _)| is_weight(name));
        let weight = weight.map_or(Some(1000), |(_, value)| thousandths(value))?;
        (!name.is_empty() && !subtype.is_empty()).then_some(Self { name, subtype, parameters, weight })
    }

    /// The parameters of the media type: those before the weight.
    fn parameters(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        parameters_in(self.parameters).take_while(|(name, _)| !is_weight(name))
    }

    /// How specific the range is, if the media type is in it.
    fn precedence(self, media_type: MediaType<'_>) -> Option<usize> {
        let is_same = |range: &str, name: &str| range.eq_ignore_ascii_case(name);
        let is_in = match (self.name, self.subtype) {
            ("*", "*") => return Some(0),
            (name, "*") => return is_same(name, media_type.name).then_some(1),
            (name, subtype) => is_same(name, media_type.name) && is_same(subtype, media_type.subtype),
        };
        let has = |(name, value): (&str, &str)| {
            if is_same(name, "charset") && is_same(unquoted(value), "utf-8") {
                // JSON has no other one (RFC 8259 §8.1), and clients name it.
                return true;
            }
            let mut own = media_type.parameters();
            own.any(|(own, set)| is_same(name, own) && is_same(unquoted(value), unquoted(set)))
        };
        (is_in && self.parameters().all(has)).then(|| 2 + self.parameters().count())
    }
}

fn is_weight(name: &str) -> bool {
    name.eq_ignore_ascii_case("q")
}

/// The names and values in `a=b; c="d"`.
fn parameters_in(text: &str) -> impl Iterator<Item = (&str, &str)> {
    split(text, ';').filter_map(|part| part.trim().split_once('='))
}

/// A weight such as `0.8` in thousandths (RFC 9110 §12.4.2).
fn thousandths(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let is_valid = decimals.len() <= 3 && decimals.bytes().all(|byte| byte.is_ascii_digit());
    let places = [100, 10, 1].into_iter().zip(decimals.bytes());
    let thousandths = places.map(|(place, digit)| place * u16::from(digit.saturating_sub(b'0'))).sum();
    match (whole, thousandths) {
        ("0", thousandths) => Some(thousandths),
        ("1", 0) => Some(1000),
        _ => None,
    }
    .filter(|_| is_valid)
}

/// The parts between separators that are not inside a quoted string (RFC 9110 §5.6.4).
fn split(text: &str, separator: char) -> impl Iterator<Item = &str> + Clone {
    let (mut is_quoted, mut is_escaped) = (false, false);
    text.split(move |c: char| {
        let ends = c == separator && !is_quoted;
        is_quoted ^= c == '"' && !is_escaped;
        is_escaped = is_quoted && c == '\\' && !is_escaped;
        ends
    })
}

fn unquoted(value: &str) -> &str {
    value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value)
}
