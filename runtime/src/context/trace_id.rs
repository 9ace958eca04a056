//! Identifiers of requests: taken from the request's headers, or generated.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::BuildHasher as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};

/// The identifier of a request: in its reply, in a header of the response, and in the log.
///
/// # Examples
///
/// ```
/// use errbook::TraceId;
///
/// let header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
/// let id = TraceId::from_traceparent(header).unwrap();
/// assert_eq!(id.as_str(), "4bf92f3577b34da6a3ce929d0e0e4736");
///
/// assert_eq!(TraceId::new("order 7"), None);
/// assert_ne!(TraceId::generate(), TraceId::generate());
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct TraceId(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Hex(Digits),
    Text(Arc<str>),
}

/// Lowercase hexadecimal digits, aligned so that they are read as text by the word.
#[derive(Clone, PartialEq, Eq, Hash)]
#[repr(align(8))]
struct Digits([u8; 32]);

/// The length of the longest identifier, in bytes.
const LONGEST: usize = 128;

impl TraceId {
    /// Creates an identifier from a text of 1 to 128 visible ASCII characters, such as the value of `X-Request-Id`.
    /// `None` for any other text.
    pub fn new(text: &str) -> Option<Self> {
        let is_valid =
            (1..=LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        is_valid.then(|| Self(Repr::Text(text.into())))
    }

    /// The trace id in the value of the header `traceparent` (W3C Trace Context §3.2). `None` for an invalid value. Spaces and
    /// tabs around it are not part of it (RFC 9110 §5.5).
    ///
    /// A request with several such headers has no valid one.
    pub fn from_traceparent(value: &str) -> Option<Self> {
        // 2 digits of version, 32 of trace id, 16 of parent id, 2 of flags; later versions may add fields.
        let (head, rest) = value.trim_matches([' ', '\t']).as_bytes().split_at_checked(55)?;
        let (version, trace, parent, flags) = (&head[..2], &head[3..35], &head[36..52], &head[53..]);
        let has_dashes = [head[2], head[35], head[52]] == [b'-'; 3];
        let are_digits = [version, trace, parent, flags].into_iter().flatten().all(|byte| is_digit(*byte));
        let is_zero = |digits: &[u8]| digits.iter().all(|digit| *digit == b'0');
        let is_whole = match version {
            b"ff" => false,
            b"00" => rest.is_empty(),
            _ => matches!(rest, [] | [b'-', ..]),
        };
        let is_valid = has_dashes && are_digits && is_whole && !is_zero(trace) && !is_zero(parent);
        Some(Self(Repr::Hex(Digits(trace.try_into().ok().filter(|_| is_valid)?))))
    }

    /// Generates an identifier of 32 hexadecimal digits that no other request has, in this process or another.
    ///
    /// On a target without randomness, such as `wasm32-unknown-unknown`, each process generates the same ones.
    pub fn generate() -> Self {
        static KEYS: LazyLock<(RandomState, u64)> = LazyLock::new(|| {
            let key = RandomState::new();
            let start = key.hash_one("start");
            (key, start)
        });
        static COUNT: AtomicU64 = AtomicU64::new(0);
        // A keyed hash of what is counted here is as good as random; a process that was forked has the same key. The other half
        // does not repeat in a process.
        let process = if cfg!(target_family = "wasm") { 0 } else { std::process::id() };
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let (key, start) = &*KEYS;
        let (high, low) = (key.hash_one((process, count)), mix(start.wrapping_add(count)));
        // Not all digits may be zero (W3C Trace Context §3.2.2.3).
        let bits = (u128::from(high) << 64 | u128::from(low)).max(1);
        let mut digits = [0; 32];
        let digit = |value: u8| b"0123456789abcdef"[usize::from(value)];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(bits.to_be_bytes()) {
            pair.copy_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
        }
        Self(Repr::Hex(Digits(digits)))
    }

    /// The identifier as text: visible ASCII characters.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Hex(Digits(digits)) => std::str::from_utf8(digits).unwrap_or_default(),
            Repr::Text(text) => text,
        }
    }
}

/// Distributes the bits of a number over all others, each number to one of its own (`SplitMix64`).
const fn mix(number: u64) -> u64 {
    let number = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ number >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ number >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ number >> 31
}

const fn is_digit(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

impl fmt::Display for TraceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for TraceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
