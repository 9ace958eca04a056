//! Token streams made of any bytes, through both macros: none makes them panic, and what they print is Rust.
//!
//! A module of the macros that is not published: their tests and the fuzzers compile it.
//!
//! The suite tries a few thousand; `ERRBOOK_STREAMS=1000000 cargo test -p errbook-macros streams` tries more. A fuzzer
//! chooses the bytes in `fuzz/`: `cargo +nightly fuzz run -s none derive`, or `body`.

#![allow(clippy::format_push_string, reason = "speed does not matter, and this reads best")]
#![allow(clippy::indexing_slicing, reason = "an index is below the length it was chosen for")]

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::DeriveInput;

use crate::key::{Row, TABLE};

/// What follows a key, what a body may name, and tokens that mean nothing; keys come from their table.
const TOKENS: &[&str] = &[
    "details",
    "violations",
    "pointer",
    "error",
    "if",
    "else",
    "metadata",
    "extra",
    "type",
    "null",
    "true",
    "false",
    "name",
    "with",
    "skip_if",
    "json",
    "\"array<integer>\"",
    "self",
    "Self",
    "r#type",
    "dispaly",
    "x",
    "=",
    ",",
    ":",
    "::",
    ".",
    "..",
    "?",
    "-",
    "&",
    "'a",
    "#",
    "!",
    "400",
    "99",
    "599u16",
    "1e400",
    "-7",
    "18446744073709551616",
    "'c'",
    "b\"b\"",
    "\"\"",
    "\"snake_case\"",
    "\"a b\"",
    "\"{\"",
    "\"}\"",
    "\"{{\"",
    "\"{}\"",
    "\"{0}\"",
    "\"{x}\"",
    "\"{x:>5}\"",
    "\"{x:*^$}\"",
    "\"{code}\"",
    "\"{status}\"",
    "\"ä\u{202e}\"",
    "\"Content-Type\"",
    "\"a\\r\\nb\"",
    "http::StatusCode::GONE",
    "errbook::body::FLAT",
];

const TYPES: &[&str] =
    &["String", "u32", "T", "Option<T>", "Box<E<T>>", "&'static str", "Vec<[u8; 3]>", "fn(T) -> T", "&'a T"];

const NAMES: &[&str] = &["V", "HTTPError", "r#type", "status", "x", "_x1", "Ä", "source", "code"];

const GENERICS: &[&str] = &["", "<T>", "<'a, T: Clone + 'a, const N: usize = 1>", "<#[cfg(all())] T = u8,>"];

/// Choices read from bytes; the first of each once they are used up, so every stream ends.
struct Choices<'b>(&'b [u8]);

impl Choices<'_> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::from(self.byte()) % limit
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn key(&mut self) -> &'static Row {
        &TABLE[self.below(TABLE.len())]
    }

    fn token(&mut self) -> &'static str {
        if self.below(3) == 0 { self.key().name } else { self.pick(TOKENS) }
    }

    /// A string literal of any text.
    fn text(&mut self) -> String {
        let text: String = (0..self.below(16)).map(|_| char::from(self.byte())).collect();
        format!("{text:?}")
    }

    fn word(&mut self) -> String {
        if self.below(8) == 7 { self.text() } else { self.token().to_owned() }
    }

    /// Tokens with balanced groups in them.
    fn tokens(&mut self, depth: usize) -> String {
        let mut text = String::new();
        for _ in 0..self.below(8) {
            match self.below(if depth == 0 { 6 } else { 8 }) {
                // The shapes that are nearly right are the ones that get far.
                0 => text += &format!("{} = {},", self.token(), self.word()),
                1 => {
                    let name = self.token().replace(['"', '\\'], "");
                    text += &format!("\"{name}\": {},", self.word());
                }
                2 => text += &format!("{},", self.word()),
                3..=5 => text += &self.word(),
                _ => {
                    let (open, close) = self.pick(&[("(", ")"), ("[", "]"), ("{", "}")]);
                    text += &format!("{open}{}{close}", self.tokens(depth - 1));
                }
            }
            text.push(' ');
        }
        text
    }

    fn attribute(&mut self) -> String {
        match self.below(10) {
            0 => String::new(),
            1 => "/// # A\n/// b\n".to_owned(),
            2 => format!("#[doc = {}]", self.text()),
            3 => format!("#[doc = {}]", self.pick(&["concat!(\"x\")", "7"])),
            4 => self.pick(&["#[api]", "#[doc(hidden)]", "#[deprecated]", "#[api = 1]"]).to_owned(),
            5 => "#[api(status = 400, code = \"A\")]".to_owned(),
            6 => format!("#[api({}, {})]", self.key().example, self.key().example),
            _ => format!("#[api({})]", self.tokens(2)),
        }
    }

    fn attributes(&mut self) -> String {
        (0..self.below(4)).map(|_| self.attribute()).collect()
    }

    fn fields(&mut self) -> String {
        let named = self.below(2) == 0;
        let mut fields = String::new();
        for _ in 0..self.below(4) {
            let name = if named { format!("{}: ", self.pick(NAMES)) } else { String::new() };
            fields += &format!("{} {name}{},", self.attributes(), self.pick(TYPES));
        }
        if named { format!("{{ {fields} }}") } else { format!("({fields})") }
    }

    fn item(&mut self) -> String {
        let head = self.attributes();
        let generics = self.pick(GENERICS);
        match self.below(6) {
            0 => format!("{head} struct E{generics}({});", self.pick(TYPES)),
            1 => format!("{head} struct E{generics} {{ {} a: T }}", self.attributes()),
            2 => format!("{head} union E{generics} {{ a: T }}"),
            _ => {
                let mut variants = String::new();
                for _ in 0..self.below(4) {
                    variants += &format!("{} {} {},", self.attributes(), self.pick(NAMES), self.fields());
                }
                format!("{head} enum E{generics} {{ {variants} }}")
            }
        }
    }
}

/// Whether the bytes make an item.
///
/// # Panics
///
/// If what is derived for it is not Rust.
pub fn derive(bytes: &[u8]) -> bool {
    let source = Choices(bytes).item();
    let Ok(input) = syn::parse_str::<DeriveInput>(&source) else { return false };
    let printed = crate::derive(input.to_token_stream()).to_string();
    assert!(syn::parse_str::<syn::File>(&printed).is_ok(), "{source}\nmade\n{printed}");
    let documented = crate::document(&input, &quote::quote!(impl E {})).to_string();
    assert!(syn::parse_str::<syn::Item>(&documented).is_ok(), "{source}\nis documented as\n{documented}");
    true
}

/// Whether the bytes make tokens.
///
/// # Panics
///
/// If the body made of them is not Rust.
pub fn body(bytes: &[u8]) -> bool {
    let source = format!("errbook; {{ {} }}", Choices(bytes).tokens(4));
    let Ok(tokens) = source.parse::<TokenStream>() else { return false };
    let printed = crate::body::expand(tokens).to_string();
    assert!(syn::parse_str::<syn::Expr>(&printed).is_ok(), "{source}\nmade\n{printed}");
    true
}

#[cfg(test)]
mod tests {
    /// Tries streams of the bytes of a xorshift generator, which are the same in every run.
    fn try_streams(mut state: u64, property: fn(&[u8]) -> bool) {
        let count = std::env::var("ERRBOOK_STREAMS").map_or(3_000, |count| count.parse().unwrap());
        let mut tried = 0;
        for _ in 0..count {
            let mut bytes = [0; 256];
            bytes.fill_with(|| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                state.to_le_bytes()[4]
            });
            tried += usize::from(property(&bytes));
        }
        assert!(tried > count / 2, "most streams do not parse: {tried} of {count} do");
    }

    #[test]
    fn no_stream_makes_the_derive_panic() {
        try_streams(0x9e37_79b9_7f4a_7c15, super::derive);
    }

    #[test]
    fn no_stream_makes_body_panic() {
        try_streams(0x2545_f491_4f6c_dd1d, super::body);
    }
}
