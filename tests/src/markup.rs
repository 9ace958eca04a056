//! Random texts that are rich in markup, and entries that say them.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

use errbook::{Book, Catalog, Entry, Item};
use serde_json::Value;

/// What formats of documentation give a meaning to.
#[rustfmt::skip]
pub const SIGNS: &[&str] = &[
    "*", "**", "_", "__", "`", "``", "+", "++", "+++", "#", "##", "^", "~", "|", "||", "!", "\\", "\\\\", "[",
    "]", "[[", "(", ")", "((", "))", "{", "}", "{a}", "{empty}", "{counter:x}", "<", ">", "<<", ">>", "->",
    "=>", "<-", "<=", "&", "&amp;", "&#42;", "'", "\"", "''", "\"\"", "-", "--", "---", "----", "=", "==",
    "====", "=====", ".", "..", "...", "....", ".. ", ":", "::", ":::", ";", ";;", ":a: ", "a:: ", "1. ", "a) ",
    "(i) ", "#. ", "- ", "* ", "+ ", "| ", "|===", "!===", "a|", "2+|", ">>> ", ":x:`y`", "word_", "word__",
    "[1]_", "|sub|", "`a <b>`_", "`a`_", "_`a`", "-x", "--long", "/V", "//", "////", "// x", "'''", "<<<",
    "NOTE: ", "TIP: x", "include::a[]", "ifdef::a[]", "endif::[]", "image::a[]", "image:a[]", "link:a[b]",
    "https://example.com/a_b", "https://a.b/*c*", "http://", "a@b.co", "mailto:a@b.co", "xref:a[b]",
    "footnote:[a]", "pass:[a]", "kbd:[a]", "menu:a[b]", "stem:[a]", "(C)", "(R)", "(TM)", "<1>", "<.>",
    "<!--1-->", "$$", "\"`", "`\"", "'`", "`'", "[x]#", "[.a]*b*", "{{", "}}", "$", "%", "@", ",", "?", "/",
    "[options]", "``a``", "\\ ", " +", " + ", "++++", "```", "____", "~~~~", "^^^^", "'t", "don't", "<b>",
    "</b>", "<https://a.b>", "%20", "__ ", "=== ===", "+---+", "\u{2022} ",
];

/// Letters, blanks and what is neither.
#[rustfmt::skip]
pub const OTHERS: &[&str] = &[
    "a", "Z", "word", "7", " ", " ", " ", "  ", "\n", "\n\n", "\t", "\r\n", "漢字", "👩‍👩‍👧", "é", "e\u{301}",
    "שלום", "\u{202e}", "\u{200b}", "\u{a0}", "\u{3000}", "\u{2028}", "\u{85}", "\u{0}", "\u{1b}", "\u{7f}",
    "²", "½", "ß", "„", "“", "»", "«", "–", "ǅ", "\u{feff}", "\u{fdd0}", "\u{fdd5}", "x", "b c",
];

/// Markdown and the text in it; `@` stands for any.
pub const MARKDOWN: &[(&str, &str)] = &[
    ("a@b", "a@b"),
    ("@", "@"),
    ("@ and **b@c**, *d@e* (`f`) g@h.", "@ and b@c, d@e (f) g@h."),
    ("a**b@c**d*e*f`g`h", "ab@cdefgh"),
    ("**a *b@c* `d` [e@f](https://g.h) i**", "a b@c d e@f i"),
    ("[a@b](https://example.com/a_b?c=*d*&e__f) ![g@h](<i j.png>)x", "a@b g@hx"),
    (
        "<https://example.com/a_b*c> <https://example.com/a>.",
        "https://example.com/a_b*c https://example.com/a.",
    ),
    ("~~a@b~~ <i>c</i> \"`d`\"'`e`' [f][1].\n\n[1]: https://g.h", "a@b <i>c</i> \"d\"'e' f."),
    ("a@b  \n@\\\nd@e", "a@b @ d@e"),
    ("# a@b\n\n@\n\n## c", "a@b @ c"),
    ("- a@b\n- @\n- c", "a@b @ c"),
    ("x\n- a@b\n  - c@d\n    1. e@f\n- g@h", "x a@b c@d e@f g@h"),
    ("- a@b\n\n  @\n\n  - c\n\n  d@e\n- f", "a@b @ c d@e f"),
    ("3. a@b\n4. c\n\n* d\n\n+ e", "a@b c d e"),
    ("a\n\n> b@c\n>\n> - @\n>\n> > d\n\ne", "a b@c @ d e"),
    ("> a@b", "a@b"),
    ("- > a@b\n- ```\n  c\n  ```\n- d", "a@b c d"),
    ("- [ ] a@b\n- [x] c", "[ ] a@b [x] c"),
    ("a@b\n\n| c@d | e |\n| - | - |\n| @ | f |\n| g | |\n\nh", "a@b c@d e @ f g h"),
    ("a[^1] b\n\n[^1]: c@d", "a[1] b [1] c@d"),
];

/// The text as Markdown.
pub fn escaped(text: &str) -> String {
    let escape = |c: char| if c.is_ascii_punctuation() { vec!['\\', c] } else { vec![c] };
    seen(text).chars().flat_map(escape).collect()
}

/// A book with an error that has these texts; what a book names lives as long as the program.
pub fn book(message: &str, description: &str) -> &'static Book {
    let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    let entry =
        Entry::new("m::E", "E", 400, "code").with_message(leak(message)).with_description(leak(description));
    let items = Box::leak(Box::new([Item::Entry(Box::leak(Box::new(entry)))]));
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog::new("E", items)));
    Box::leak(Box::new(Book::new("Book", Box::leak(Box::new([catalog])))))
}

/// A text as a reader sees it: one blank for any white space, and U+FFFD for what no page can hold.
pub fn seen(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_lost =
        |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || ('\u{fdd0}'..='\u{fdef}').contains(&c);
    let text: String = text.chars().map(|c| if is_lost(c) { '\u{fffd}' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Runs a tool once over all documents.
///
/// # Panics
///
/// If the tool is not installed, or fails.
pub fn run(tool: &mut Command, documents: &[String]) -> Vec<Value> {
    let mut tool =
        tool.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the tool is not installed");
    let documents = serde_json::to_vec(documents).unwrap();
    let mut stdin = tool.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(&documents));
    let output = tool.wait_with_output().unwrap();
    writer.join().unwrap().expect("the tool reads all documents");
    assert!(output.status.success(), "the tool failed");
    let results: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    results
}

/// A text without blanks and the markers of lists, which tools write or leave out.
pub fn bare(text: &str) -> String {
    let words = seen(text);
    let is_marker = |word: &&str| !matches!(*word, "-" | "1." | "2." | "3." | "4.");
    words.split(' ').filter(is_marker).collect()
}

/// The shortest failure of each place.
#[derive(Default)]
pub struct Failures(BTreeMap<String, (usize, String)>);

impl Failures {
    /// Takes note of a failure.
    pub fn check(&mut self, is_right: bool, place: &str, failure: impl FnOnce() -> String) {
        if !is_right {
            let failure = failure();
            let (count, shortest) = self.0.entry(place.to_owned()).or_insert((0, failure.clone()));
            *count += 1;
            if failure.len() < shortest.len() {
                *shortest = failure;
            }
        }
    }

    /// Says what failed.
    ///
    /// # Panics
    ///
    /// If anything did.
    pub fn report(&self) {
        let failures: Vec<_> = self
            .0
            .iter()
            .map(|(place, (count, failure))| format!("{count} of {place:?}: {failure}"))
            .collect();
        assert!(failures.is_empty(), "{}", failures.join("\n-----\n"));
    }
}
