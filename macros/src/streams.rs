//! Random token streams through both macros: none makes them panic, and what they print is Rust.
//!
//! The suite tries a few thousand; `ERRBOOK_STREAMS=1000000 cargo test -p errbook-macros streams` tries more.

#![allow(clippy::format_push_string, reason = "speed is no matter, and this reads best")]

use proc_macro2::TokenStream;
use syn::DeriveInput;

/// Words that mean something somewhere, and some that do not.
const WORDS: &[&str] = &[
    "display",
    "serialize",
    "body",
    "rename_all",
    "prefix",
    "crate",
    "strict",
    "status",
    "docs_url",
    "meta",
    "header",
    "code",
    "number",
    "shared",
    "title",
    "message",
    "expose",
    "redact",
    "retryable",
    "transparent",
    "detail",
    "retry_after",
    "source",
    "from",
    "details",
    "metadata",
    "extra",
    "type",
    "null",
    "true",
    "false",
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
    &["String", "u32", "T", "Option<T>", "Box<E<T>>", "&'static str", "Vec<[u8; 3]>", "fn(T) -> T"];

/// A xorshift generator: the streams are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    /// Tokens with balanced groups in them.
    fn tokens(&mut self, depth: usize) -> String {
        let mut text = String::new();
        for _ in 0..self.below(8) {
            let (open, close) = [("(", ")"), ("[", "]"), ("{", "}")][self.below(3)];
            match self.below(if depth == 0 { 6 } else { 8 }) {
                // The shapes that are nearly right are the ones that get far.
                0 => text.push_str(&format!("{} = {},", self.pick(WORDS), self.pick(WORDS))),
                1 => {
                    let name = self.pick(WORDS).replace(['"', '\\'], "");
                    text.push_str(&format!("\"{name}\": {},", self.pick(WORDS)));
                }
                2 => text += &format!("{},", self.pick(WORDS)),
                3..=5 => text += self.pick(WORDS),
                _ => text += &format!("{open}{}{close}", self.tokens(depth - 1)),
            }
            text.push(' ');
        }
        text
    }

    fn attribute(&mut self) -> String {
        match self.below(8) {
            0 => String::new(),
            1 => "/// # A\n/// b\n".to_owned(),
            2 => format!("#[doc = {}]", self.pick(&["\"x\"", "concat!(\"x\")", "7"])),
            3 => "#[api]".to_owned(),
            4 => "#[api(status = 400, code = \"A\")]".to_owned(),
            _ => format!("#[api({})]", self.tokens(2)),
        }
    }

    fn fields(&mut self) -> String {
        let named = self.below(2) == 0;
        let mut fields = String::new();
        for at in 0..self.below(4) {
            let name = if named { format!("f{at}: ") } else { String::new() };
            fields += &format!("{} {name}{},", self.attribute(), self.pick(TYPES));
        }
        if named { format!("{{ {fields} }}") } else { format!("({fields})") }
    }

    fn item(&mut self) -> String {
        let attribute = self.attribute();
        match self.below(4) {
            0 => format!("{attribute} struct E<T>({});", self.pick(TYPES)),
            1 => format!("{attribute} union E<T> {{ a: T }}"),
            _ => {
                let mut variants = String::new();
                for at in 0..self.below(4) {
                    variants += &format!("{} V{at} {},", self.attribute(), self.fields());
                }
                format!("{attribute} enum E<T> {{ {variants} }}")
            }
        }
    }
}

fn count() -> usize {
    std::env::var("ERRBOOK_STREAMS").map_or(3_000, |count| count.parse().unwrap())
}

#[test]
fn no_stream_makes_the_derive_panic() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut derived = 0;
    for _ in 0..count() {
        let source = random.item();
        let Ok(tokens) = source.parse::<TokenStream>() else { continue };
        let Ok(input) = syn::parse2::<DeriveInput>(tokens) else { continue };
        let printed = crate::derive(&input).to_string();
        assert!(syn::parse_str::<syn::File>(&printed).is_ok(), "{source}\nmade\n{printed}");
        derived += 1;
    }
    assert!(derived > count() / 2, "most streams are no items: {derived} of {}", count());
}

#[test]
fn no_stream_makes_body_panic() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut parsed = 0;
    for _ in 0..count() {
        let source = format!("errbook; {{ {} }}", random.tokens(4));
        let Ok(tokens) = source.parse::<TokenStream>() else { continue };
        let printed = crate::body::expand(tokens).to_string();
        assert!(syn::parse_str::<syn::Expr>(&printed).is_ok(), "{source}\nmade\n{printed}");
        parsed += 1;
    }
    assert!(parsed > count() / 2, "most streams are no tokens: {parsed} of {}", count());
}
