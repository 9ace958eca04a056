//! Texts that are hard to write, and the book that has them.

use errbook::{Book, Catalog, CatalogItem, Entry, Fact};
use errbook_docgen::Format;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{TestRng, TestRunner};

/// The formats that have prose.
pub const WITH_PROSE: [Format; 7] = [
    Format::Markdown,
    Format::Mdx,
    Format::VitePress,
    Format::MkDocs,
    Format::Html,
    Format::AsciiDoc,
    Format::ReStructuredText,
];

/// Texts with a meaning in one of the formats.
const PARTS: [&str; 108] = [
    "`",
    "``",
    "```",
    "|",
    "||",
    "\\",
    "\\\\",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "{",
    "}",
    "&",
    "#",
    "##",
    "!",
    "![",
    "](",
    "[^1]",
    "[ ]",
    "[x] ",
    ":",
    "::",
    "=",
    "===",
    "-",
    "---",
    "+",
    ".",
    "$",
    "$$",
    "@",
    "^",
    "\"",
    "'",
    "%",
    ";",
    ",",
    "/",
    "?",
    "1",
    "12",
    "1.",
    "1) ",
    "- ",
    "+ ",
    "* ",
    "# ",
    "> ",
    ": ",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\0",
    "\u{b}",
    "\u{c}",
    "\u{1b}",
    "\u{7f}",
    "\u{85}",
    "a",
    "B",
    "word",
    "import ",
    "export ",
    "www.",
    "www.a.b",
    "http://a_b*c",
    "https://",
    "ftp://x",
    "a@b.c",
    "&amp;",
    "&#42;",
    "&lt",
    "<b>",
    "</b>",
    "<br>",
    "<!--",
    "-->",
    "<http://a.b>",
    "{/*",
    "*/}",
    "\u{202e}",
    "\u{a0}",
    "\u{2028}",
    "漢字",
    "。",
    "👩\u{200d}👩\u{200d}👧",
    "⚠\u{fe0f}",
    "e\u{301}",
    "\u{fdd0}",
    " [a::b] ",
    " [`a`] ",
    "[a](/u)",
    "\n\n[a]: /u\n\n",
];

/// Texts of a few parts.
pub fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        8 => proptest::sample::select(&PARTS[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[ -~]",
    ];
    vec(part, 0..9).prop_map(|parts| parts.concat())
}

/// Runs a few cases of a property, always the same; or `PROPTEST_CASES`, each time others.
pub fn runner() -> TestRunner {
    let config = ProptestConfig {
        failure_persistence: None,
        max_global_rejects: u32::MAX,
        ..ProptestConfig::default()
    };
    match std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()) {
        Some(cases) => TestRunner::new(ProptestConfig { cases, ..config }),
        None => {
            let random = TestRng::deterministic_rng(config.rng_algorithm);
            TestRunner::new_with_rng(ProptestConfig { cases: 64, ..config }, random)
        }
    }
}

/// The text that a page can hold: one kind of line break, and no control characters.
pub fn holdable(text: &str) -> String {
    let keep = |c: char| match c {
        '\n' | '\t' => c,
        '\u{fdd0}'..='\u{fdef}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().map(keep).collect()
}

/// Without the white space at its ends.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\n'])
}

pub fn is_blank(text: &str) -> bool {
    trimmed(&holdable(text)).is_empty()
}

fn keep<T: ?Sized>(value: Box<T>) -> &'static T {
    Box::leak(value)
}

pub fn keep_str(text: &str) -> &'static str {
    keep(text.into())
}

/// A book of errors with these texts: `meta.x`, `meta.y` and the description.
pub fn book<'t>(errors: impl IntoIterator<Item = [&'t str; 3]>) -> Book {
    let entry = |[x, y, description]: [&str; 3]| {
        let meta = keep(Box::new([Fact::Meta("x", keep_str(x)), Fact::Meta("y", keep_str(y))]));
        let entry =
            Entry::new(400, "E").with_type("m::E", "E").with_facts(meta).with_docs(keep_str(description));
        CatalogItem::Entry(keep(Box::new(entry)))
    };
    let items: Vec<_> = errors.into_iter().map(entry).collect();
    let catalog = keep(Box::new(Catalog::new("E", keep(items.into_boxed_slice()))));
    Book::new("Texts", keep(Box::new([catalog])))
}

/// What pages hold of the description of the first error, which ends before a heading of level 1. Nothing if links and footnotes in it
/// may be defined behind that.
pub fn description(book: &Book) -> Option<String> {
    let entry = book.entries().next().unwrap();
    let is_whole = entry.sections().next().is_none() || !entry.docs().contains("]:");
    is_whole.then(|| holdable(entry.description()))
}

/// Whether a doc comment has a heading of level 1, behind which it is not a description.
pub fn has_heading(text: &str) -> bool {
    holdable(text).lines().any(|line| line.trim_start_matches(' ').starts_with("# "))
}
