//! What is known about an error besides its status, code and texts: each fact, how the derive encodes it, and its accessor.

use http::StatusCode;

use super::encoded::parse;
use super::{Constant, Deprecation, Detail, Entry, Facts, Field, Header, Parts, as_str};
use crate::body::Body;
use crate::const_panic::{const_eq, const_eq_bytes, const_panic};
use crate::status;

/// One fact about an error; [`Entry::with_facts`] takes a list of them.
///
/// # Examples
///
/// ```
/// use errbook::{Detail, Entry, Fact, Header};
///
/// static LIMITED: Entry = Entry::new(429, "LIMITED").with_facts(&[
///     Fact::Detail(Detail::new("limit", "u32", "Requests in a minute.")),
///     Fact::Header(Header::dynamic("Retry-After")),
///     Fact::Meta("owner", "edge"),
/// ]);
///
/// assert_eq!(LIMITED.details().next().unwrap().name(), "limit");
/// assert_eq!(LIMITED.meta("owner"), Some("edge"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fact {
    /// A numeric code beside the stable one.
    Number(i64),
    /// Other errors use the same code or number on purpose.
    Shared,
    /// A short name, in place of the reason phrase.
    Title(&'static str),
    /// The client may read `Display` at 5xx too.
    Exposed,
    /// The client may not read `Display` at 4xx either.
    Redacted,
    /// Whether the same request may succeed later, in place of what the status implies.
    Retryable(bool),
    /// A detail that replies have.
    Detail(Detail),
    /// A field that the message names.
    Field(Field),
    /// A header that replies have.
    Header(Header),
    /// Custom metadata: a name and a value.
    Meta(&'static str, &'static str),
    /// The wire format of this error, also where a type names one for its errors.
    Body(&'static Body),
    /// The address of the documentation, a URI reference (RFC 3986).
    DocsUrl(&'static str),
    /// The version of the API in which this error was added.
    Since(&'static str),
    /// The error is deprecated.
    Deprecated(Deprecation),
    /// Documentation does not show the error.
    Hidden,
    /// A field decides the status of an instance.
    DynamicStatus,
    /// Replies may say what is wrong with the request.
    Violations,
    /// A status that the field may choose; without any, it may choose all.
    AlsoStatus(u16),
}

impl Facts {
    /// Decodes what `check/facts.rs` of `errbook-macros` encodes.
    #[allow(clippy::cast_sign_loss, clippy::cast_possible_truncation, reason = "the derive wrote a `u16`")]
    pub(super) const fn decode(&mut self, tag: u8, bytes: &'static [u8]) -> Fact {
        // A constant is not a text, and to decode one takes a step for each byte.
        let text = if matches!(tag, b'n' | b'A') { "" } else { as_str(bytes) };
        match tag {
            b'n' => Fact::Number(Constant::number(self.constants, bytes)),
            b's' => Fact::Shared,
            b't' => Fact::Title(text),
            b'e' => Fact::Exposed,
            b'r' => Fact::Redacted,
            b'y' => Fact::Retryable(true),
            b'z' => Fact::Retryable(false),
            b'c' => Fact::Detail(Detail::constant(text, self.encoded.next())),
            b'd' => Fact::Detail(Detail::new(text, self.details.next(), self.details.next())),
            b'E' => {
                let detail = Detail::new(text, self.details.next(), self.details.next());
                let (ty, detail) = match self.details.next().as_bytes() {
                    [ty @ .., b'?'] => (ty, detail.optional()),
                    ty => (ty, detail),
                };
                Fact::Detail(detail.with_json_type(as_str(ty)).with_example(self.details.next()))
            }
            b'h' => Fact::Header(Header::constant(text, self.encoded.next())),
            b'p' => Fact::Header(Header::filled(text, self.encoded.next())),
            b'f' => Fact::Header(Header::dynamic(text)),
            b'm' => Fact::Meta(text, Constant::text(self.constants, self.encoded.next_bytes())),
            b'u' => Fact::DocsUrl(text),
            b'v' => Fact::Since(text),
            b'x' => Fact::Deprecated(Deprecation::new(non_empty(text), non_empty(self.encoded.next()))),
            b'S' => Fact::DynamicStatus,
            b'A' => Fact::AlsoStatus(parse(bytes) as u16),
            b'H' => Fact::Hidden,
            b'V' => Fact::Violations,
            _ => const_panic(&["invalid table: unknown fact"]),
        }
    }
}

/// All tags of public facts.
pub(super) const ALL: &[u8] = b"nsteryzcdEhfmuvxSHVAp";

/// Whether facts with this tag have two texts.
pub(super) const fn is_pair(tag: u8) -> bool {
    matches!(tag, b'c' | b'h' | b'm' | b'x' | b'p')
}

const fn non_empty(text: &str) -> Option<&str> {
    if text.is_empty() { None } else { Some(text) }
}

/// The value of the first fact that has the pattern, and one of these tags if the derive encoded it.
macro_rules! find {
    ($entry:ident, $tags:literal, $fact:pat $(if $condition:expr)? => $value:expr) => {{
        let mut facts = $entry.facts;
        loop {
            match facts.next($tags) {
                Some($fact) $(if $condition)? => break Some($value),
                Some(_) => {}
                None => break None,
            }
        }
    }};
}

impl Entry {
    /// Sets what the derive encoded. If it also makes `Display`, that is the message, and a message is public.
    pub(crate) const fn with_encoded(
        mut self,
        facts: Parts,
        constants: &'static [Constant],
        message: &'static str,
        mut docs: Parts,
        has_display: bool,
    ) -> Self {
        self.message = message;
        self.docs = docs.next();
        self.displays_title = has_display && message.is_empty();
        let listed: &[Fact] = if has_display && !message.is_empty() { &[Fact::Exposed] } else { &[] };
        self.facts = Facts { listed, encoded: facts, constants, details: docs };
        self
    }

    /// The facts that are listed or have one of the tags.
    pub(super) fn facts(&self, tags: &'static [u8]) -> impl Iterator<Item = Fact> + use<> {
        let mut facts = self.facts;
        std::iter::from_fn(move || facts.next(tags))
    }

    /// The numeric code.
    pub const fn number(&self) -> Option<i64> {
        find!(self, b"n", Fact::Number(number) => number)
    }

    /// Whether other errors use the same code or number on purpose.
    pub const fn is_shared(&self) -> bool {
        find!(self, b"s", Fact::Shared => ()).is_some()
    }

    /// The short name, the same for every instance: the declared title, or the reason phrase of the declared status.
    pub const fn title(&self) -> &'static str {
        match (find!(self, b"t", Fact::Title(title) => title), self.reason_phrase()) {
            (Some(title), _) => title,
            (None, Some(phrase)) => phrase,
            (None, None) => "Unknown Error",
        }
    }

    /// Whether the same request may succeed later.
    pub const fn is_retryable(&self) -> bool {
        self.is_retryable_at(self.status)
    }

    /// The same for an instance with this status, which counts only where nothing was declared.
    pub(crate) const fn is_retryable_at(&self, status: StatusCode) -> bool {
        match find!(self, b"yz", Fact::Retryable(retryable) => retryable) {
            Some(retryable) => retryable,
            None => status::is_retryable(status.as_u16()),
        }
    }

    /// All headers, in the order in which they are sent: those with a constant value, those whose text names fields, and
    /// those whose value a field has.
    pub fn headers(&self) -> impl Iterator<Item = Header> + use<> {
        let entry = *self;
        self.facts(b"hpf").filter_map(move |fact| match fact {
            Fact::Header(header) if header.is_dynamic() && !entry.facts.details.0.is_empty() => {
                let example = entry.header_example(header.name());
                Some(example.map_or(header, |example| header.with_example(example)))
            }
            Fact::Header(header) => Some(header),
            _ => None,
        })
    }

    /// All custom metadata as `(name, value)` pairs.
    pub fn all_meta(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.facts(b"m")
            .filter_map(|fact| if let Fact::Meta(name, value) = fact { Some((name, value)) } else { None })
    }

    /// The custom metadata of this name.
    pub const fn meta(&self, name: &str) -> Option<&'static str> {
        let mut facts = self.facts;
        while let [fact, rest @ ..] = facts.listed {
            match fact {
                Fact::Meta(known, value) if const_eq(known, name) => return Some(value),
                _ => facts.listed = rest,
            }
        }
        // A fact is not decoded before its name is known, which would take a step for each byte.
        while let Some((_, known)) = facts.next_tagged(b"m") {
            let value = facts.encoded.next_bytes();
            if const_eq_bytes(known, name.as_bytes()) {
                return Some(Constant::text(facts.constants, value));
            }
        }
        None
    }

    /// The address of the documentation.
    pub const fn docs_url(&self) -> Option<&'static str> {
        find!(self, b"u", Fact::DocsUrl(url) => url)
    }

    /// Whether the error has a wire format of its own, which an entry in a constant does not know yet.
    pub(crate) const fn has_body(&self) -> bool {
        let mut facts = self.facts;
        self.body.is_some() || facts.next_tagged(b"b").is_some()
    }

    /// The wire format that the derive encoded.
    pub(crate) fn with_encoded_body(mut self) -> Self {
        let mut facts = self.facts;
        let body = facts.next_tagged(b"b").and_then(|(_, index)| Constant::body(facts.constants, index));
        self.body = body.or(self.body);
        self
    }

    /// The version of the API in which this error was added.
    pub const fn since(&self) -> Option<&'static str> {
        find!(self, b"v", Fact::Since(version) => version)
    }

    /// The deprecation, if any.
    pub const fn deprecated(&self) -> Option<Deprecation> {
        find!(self, b"x", Fact::Deprecated(deprecation) => deprecation)
    }

    /// Whether documentation leaves the error out.
    pub const fn is_hidden(&self) -> bool {
        find!(self, b"H", Fact::Hidden => ()).is_some()
    }

    /// Whether replies may say what is wrong with the request, one [`Violation`](crate::Violation) for each field.
    pub const fn has_violations(&self) -> bool {
        find!(self, b"V", Fact::Violations => ()).is_some()
    }

    /// Whether a field decides the status of an instance.
    pub(crate) const fn has_dynamic_status(&self) -> bool {
        find!(self, b"S", Fact::DynamicStatus => ()).is_some()
    }

    /// The canonical code of `google.rpc.Code`: the metadata `grpc`, or the code that AIP-193 gives the status.
    pub const fn grpc_code(&self) -> &'static str {
        match self.meta("grpc") {
            Some(name) => name,
            None => status::grpc_code(self.status.as_u16()),
        }
    }
}
