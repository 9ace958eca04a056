//! Makes fuzzed requests.

use fastrand::Rng;

use crate::request::Request;

/// The bytes of a request, or of what was one.
#[derive(Debug)]
pub struct Fuzzed {
    pub bytes: Vec<u8>,
    /// The request, if the bytes are one that every server must read.
    pub whole: Option<Request>,
}

impl Fuzzed {
    /// Whether the reply has no body.
    pub fn is_head(&self) -> bool {
        self.bytes.starts_with(b"HEAD ")
    }
}

/// The numbers that a fuzzed request is made of.
pub fn rng(seed: u64, at: usize) -> Rng {
    Rng::with_seed(seed ^ (at as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// Half of the requests are whole, the others broken in some way.
pub fn request(rng: &mut Rng) -> Fuzzed {
    let whole = whole(rng);
    let mut bytes = whole.to_bytes();
    match rng.u8(..20) {
        0..10 => return Fuzzed { bytes, whole: Some(whole) },
        10..15 => mutate(rng, &mut bytes),
        15..17 => bytes.truncate(rng.usize(..bytes.len())),
        17..19 => bytes = noise(rng),
        _ => bytes = oversized(rng, &whole),
    }
    Fuzzed { bytes, whole: None }
}

/// The paths of the API, but for those with replies of the handlers' own.
const PATHS: [&str; 15] = [
    "/orders/7",
    "/orders/8",
    "/orders/",
    "/orders",
    "/form",
    "/limited",
    "/secret",
    "/store",
    "/upstream/",
    "/any",
    "/slow",
    "/spawned",
    "/panic",
    "/nothing",
    "/",
];

const METHODS: [&str; 8] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"];

/// Headers that somebody reads.
const HEADERS: [&str; 12] = [
    "accept",
    "accept-encoding",
    "accept-language",
    "authorization",
    "content-type",
    "cookie",
    "if-none-match",
    "origin",
    "range",
    "traceparent",
    "x-forwarded-for",
    "x-request-id",
];

const VALUES: [&str; 14] = [
    "",
    "*/*",
    "application/json",
    "application/problem+json",
    "application/problem+json;q=0, */*;q=0.001",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "gzip, br;q=0",
    "bytes=0-1",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    "Bearer x",
    "text/plain; charset=utf-16",
    "application/json; charset",
    ";;q=,,",
];

const BODIES: [&str; 9] = [
    "{}",
    "[]",
    "{\"item\":\"a\",\"quantity\":1}",
    "{\"item\":\"locked\",\"quantity\":1}",
    "{\"item\":1}",
    "{\"quantity\":-1}",
    "item=a&quantity=0",
    "item=%ff&quantity=%",
    "\u{feff}{}",
];

/// A request that is valid HTTP, whatever it asks for.
fn whole(rng: &mut Rng) -> Request {
    let method = match rng.u8(..8) {
        0 => token(rng),
        _ => pick(rng, &METHODS).to_owned(),
    };
    let target = target(rng);
    let mut request = with_headers(rng, Request::new(&method, &target));
    if rng.bool() {
        request.body = match rng.u8(..4) {
            0 => bytes(rng, 2000),
            1 => pick(rng, &BODIES).repeat(rng.usize(..300)).into_bytes(),
            _ => pick(rng, &BODIES).into(),
        };
        if rng.u8(..4) == 0 {
            request = request.in_chunks();
        }
    }
    request
}

/// Adds headers that do not change how the message is read.
pub fn with_headers(rng: &mut Rng, mut request: Request) -> Request {
    for _ in 0..rng.usize(..6) {
        let name = if rng.bool() { pick(rng, &HEADERS).to_owned() } else { format!("x-{}", token(rng)) };
        let value = if rng.bool() { pick(rng, &VALUES).as_bytes().to_vec() } else { value(rng) };
        request = request.with(&name, value);
    }
    request
}

fn target(rng: &mut Rng) -> String {
    let mut target = pick(rng, &PATHS).to_owned();
    if rng.bool() {
        for _ in 0..rng.usize(..40) {
            target.push_str(&piece(rng));
        }
    }
    if rng.u8(..3) == 0 {
        target.push('?');
        target.push_str(pick(rng, &["limit=", "which=", "ms=", ""]));
        for _ in 0..rng.usize(..40) {
            target.push_str(&piece(rng));
        }
    }
    target
}

/// A part of a path or a query: a character, or an escape, perhaps of no character or not whole.
fn piece(rng: &mut Rng) -> String {
    const PLAIN: &[u8] = b"abcXYZ0189-._~!$&'()*+,;=:@/";
    match rng.u8(..8) {
        0 => format!("%{:02x}", rng.u8(..)),
        1 => pick(rng, &["%", "%2", "%zz", "%00", "%2F", "%2e%2e", "%C3%A9", "%ED%A0%80"]).to_owned(),
        _ => char::from(PLAIN[rng.usize(..PLAIN.len())]).to_string(),
    }
}

/// A name that is none of those that change how a message is read.
pub fn token(rng: &mut Rng) -> String {
    const TOKEN: &[u8] = b"ABCDEFghijkl0123456789!#$&'*+-.^_`|~";
    let characters = (0..rng.usize(1..20)).map(|_| char::from(TOKEN[rng.usize(..TOKEN.len())]));
    characters.collect()
}

/// The value of a header (RFC 9110 §5.5).
fn value(rng: &mut Rng) -> Vec<u8> {
    let mut value = bytes(rng, 300);
    value.retain(|byte| !byte.is_ascii_control());
    value
}

pub fn mutate(rng: &mut Rng, bytes: &mut Vec<u8>) {
    for _ in 0..rng.usize(1..8) {
        if bytes.is_empty() {
            return;
        }
        let at = rng.usize(..bytes.len());
        match rng.u8(..4) {
            0 => bytes[at] = rng.u8(..),
            1 => bytes.insert(at, rng.u8(..)),
            2 => drop(bytes.remove(at)),
            _ => {
                let end = (at + rng.usize(..20)).min(bytes.len());
                bytes.extend_from_within(at..end);
            }
        }
    }
}

/// Bytes that are not a request, some of them the start of HTTP/2 or of TLS.
fn noise(rng: &mut Rng) -> Vec<u8> {
    const STARTS: [&[u8]; 5] =
        [b"", b"GET ", b"GET / HTTP/1.1\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x16\x03\x01"];
    let mut noise = STARTS[rng.usize(..STARTS.len())].to_vec();
    noise.extend(bytes(rng, 3000));
    noise
}

/// A head that is longer than servers read.
fn oversized(rng: &mut Rng, whole: &Request) -> Vec<u8> {
    let mut request = whole.clone();
    match rng.u8(..3) {
        0 => request.target.push_str(&"a".repeat(rng.usize(60_000..90_000))),
        1 => request = request.with("x-long", "a".repeat(rng.usize(100_000..600_000))),
        _ => {
            for at in 0..rng.usize(40..200) {
                request = request.with(&format!("x-{at}"), "a");
            }
        }
    }
    request.to_bytes()
}

pub fn bytes(rng: &mut Rng, most: usize) -> Vec<u8> {
    (0..rng.usize(..most)).map(|_| rng.u8(..)).collect()
}

pub fn pick<'a>(rng: &mut Rng, texts: &[&'a str]) -> &'a str {
    texts[rng.usize(..texts.len())]
}
