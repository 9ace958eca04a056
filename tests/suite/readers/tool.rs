//! Documents of `AsciiDoc` and reStructuredText as programs of other languages read them, one run for all of a test.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_docgen::{Block, Format, Group, List, Page, Sections, Table};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

/// Texts with a meaning in formats of documentation.
#[rustfmt::skip]
const SIGNS: &[&str] = &[
    "*", "**", "_", "__", "`", "``", "+", "++", "+++", "#", "##", "^", "~", "|", "||", "!", "\\", "\\\\", "[",
    "]", "[[", "(", ")", "((", "))", "{", "}", "{a}", "{empty}", "{counter:x}", "<", ">", "<<", ">>", "->",
    "=>", "<-", "<=", "&", "&amp;", "&#42;", "'", "\"", "''", "\"\"", "-", "--", "---", "----", "=", "==",
    "====", "=====", ".", "..", "...", "....", ".. ", ":", "::", ":::", ";", ";;", ":a: ", "a:: ", "a::: ", "1. ", "a) ",
    "(i) ", "#. ", "- ", "* ", "+ ", "| ", "|===", "!===", "a|", "2+|", ">>> ", ":x:`y`", "word_", "word__",
    "[1]_", "|sub|", "`a <b>`_", "`a`_", "_`a`", "-x", "--long", "/V", "//", "////", "// x", "'''", "<<<",
    "NOTE: ", "TIP: x", "include::a[]", "ifdef::a[]", "endif::[]", "image::a[]", "image:a[]", "link:a[b]",
    "https://example.com/a_b", "https://a.b/*c*", "http://", "a@b.co", "mailto:a@b.co", "xref:a[b]",
    "footnote:[a]", "pass:[a]", "kbd:[a]", "menu:a[b]", "stem:[a]", "(C)", "(R)", "(TM)", "<1>", "<.>",
    "<!--1-->", "$$", "\"`", "`\"", "'`", "`'", "[x]#", "[.a]*b*", "{{", "}}", "$", "%", "@", ",", "?", "/",
    "[options]", "``a``", "\\ ", " +", " + ", "++++", "```", "____", "~~~~", "^^^^", "'t", "don't", "<b>",
    "</b>", "<https://a.b>", "%20", "__ ", "=== ===", "+---+", "\u{2022} ",
];

/// Letters, spaces and what is neither.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "a", "Z", "word", "7", " ", " ", " ", "  ", "\n", "\n\n", "\t", "\r\n", "漢字", "👩‍👩‍👧", "é", "e\u{301}",
    "שלום", "\u{202e}", "\u{200b}", "\u{a0}", "\u{3000}", "\u{2028}", "\u{85}", "\u{0}", "\u{1b}", "\u{7f}",
    "²", "½", "ß", "„", "“", "»", "«", "–", "ǅ", "\u{feff}", "\u{fdd0}", "\u{fdd5}", "x", "b c",
];

/// Markdown and the text in it; `@` is a placeholder for any text.
const MARKDOWN: &[(&str, &str)] = &[
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
    ("~~a@b~~ <i>c</i> \"`d`\"'`e`' [f][1].\n\n[1]: https://g.h", "~~a@b~~ c \"d\"'e' f."),
    ("a@b  \n@\\\nd@e", "a@b @ d@e"),
    ("## a@b\n\n@\n\n### c", "a@b @ c"),
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

/// A program that reads a format.
pub struct Tool {
    pub format: Format,
    /// The markers of list items.
    pub bullet: &'static str,
    pub command: fn() -> Command,
}

/// A document, what kind it is of, and what a reader is told.
struct Case {
    kind: String,
    document: String,
    told: Value,
}

impl Tool {
    /// Texts in cells: the template of each, and its content. `@` is a placeholder for the text, `=@=` for the text in code.
    pub fn cells(&self, places: &[(&str, &str)]) {
        let cases = each(100, places, |text, template, told| {
            let table = Table::new().column(("H", template)).column(("End", "end"));
            Some(Case {
                kind: template.to_owned(),
                document: table.render(self.format, book(text, "")).unwrap(),
                told: json!([["H", "End"], [saying(told, text), "end"]]),
            })
        });
        self.check(&cases, |read| {
            let rows: Vec<Vec<String>> =
                serde_json::from_value(read["tables"][0].clone()).unwrap_or_default();
            rows.iter().map(|row| row.iter().map(|cell| seen(cell)).collect::<Vec<_>>()).collect()
        });
    }

    /// Texts on a page, between two paragraphs.
    pub fn pages(&self, places: &[(&str, &str)]) {
        let cases = each(100, places, |text, template, told| {
            let page = format!("before\n\n{template}\n\nbehind");
            let page = Page::new("page", page.replace("{{ ", "{{ errors[0]."));
            Some(Case {
                kind: template.to_owned(),
                document: page.render(self.format, book(text, "")).unwrap(),
                told: saying(&format!("before {told} behind"), text).into(),
            })
        });
        self.check(&cases, |read| text(read).into());
    }

    /// Texts in items of lists, and in terms with a definition.
    pub fn lists(&self, places: &[(&str, &str)]) {
        let cases = each(50, places, |text, template, told| {
            let case = |kind: &str, list: List, told: String| Case {
                kind: format!("{kind} {template}"),
                document: self.behind_text(list, two(text, "")),
                told: format!("before {told}").into(),
            };
            let [told, end] = [saying(told, text), saying(told, "end")];
            let mut cases = vec![
                case("bullet", List::bullets(template), format!("{told} {end}")),
                case("definition", List::definitions("x", template), format!("x {told} x {end}")),
            ];
            if !template.contains('\n') {
                let list = List::definitions(template, "x");
                cases.push(case("term", list, format!("{told} x {end} x")));
            }
            cases
        });
        self.check(&cases, |read| text(read).into());
    }

    /// Markdown in a cell, beside other text in one, and on a page.
    pub fn markdown(&self) {
        let cases = each(40, MARKDOWN, |text, markdown, told| {
            let description = "{{ errors[0].description }}";
            let heading = format!("before\n\n{description}\n\n{0} {description}\n{0} after", self.bullet);
            let table = Table::new()
                .column(("H", "{{ description }}"))
                .column(("H", "x {{ description }}y"))
                .column(("End", "end"))
                .group(Group::by("code").heading(heading));
            // A footnote of the same label is another one in the same template.
            let again = told.replace("[1]", "[1-2]").replace('@', &seen(text));
            let told = told.replace('@', &seen(text));
            Some(Case {
                kind: markdown.to_owned(),
                document: table.render(self.format, book("m", &in_markdown(markdown, text))).unwrap(),
                told: bare(&format!("before {told} {again} after H H End {told} x {told}y end")).into(),
            })
        });
        self.check(&cases, |read| bare(&text(read)).into());
    }

    /// Markdown in items of lists, and in definitions.
    pub fn markdown_in_lists(&self) {
        let cases = each(20, MARKDOWN, |text, markdown, told| {
            let told = told.replace('@', &seen(text));
            let case = |kind: &str, list: List, told: &str| Case {
                kind: format!("{kind} {markdown}"),
                document: self.behind_text(list, two("m", &in_markdown(markdown, text))),
                told: bare(&format!("before {told}")).into(),
            };
            [
                case("bullet", List::bullets("{{ description }}"), &format!("{told} end")),
                case("behind text", List::bullets("a: {{ description }}"), &format!("a: {told} a: end")),
                case("definition", List::definitions("x", "{{ description }}"), &format!("x {told} x end")),
            ]
        });
        self.check(&cases, |read| bare(&text(read)).into());
    }

    /// Sections of errors: headings, Markdown, and the example, which is told as the facts tell it.
    pub fn sections(&self) {
        let cases = each(20, MARKDOWN, |text, markdown, told| {
            let description = in_markdown(markdown, text);
            let book = sectioned(text, &description);
            let example = Page::new("example", "{{ errors[0].example.http | safe }}");
            let example = example.render(Format::Html, book).unwrap();
            let [text, told] = [seen(text), told.replace('@', &seen(text))];
            // A footnote of the same label is another one on the same page.
            let again = told.replace("[1]", "[1-2]");
            let sections = Sections::new().heading("{{ message }}");
            Some(Case {
                kind: markdown.to_owned(),
                document: sections.render(self.format, book).unwrap(),
                told: bare(&format!("{text} {told} {text} {again} Example {example}")).into(),
            })
        });
        self.check(&cases, |read| bare(&text(read)).into());
    }

    /// Texts in headings.
    pub fn titles(&self) {
        let cases = texts(300).into_iter().map(|text| {
            let table = Table::new().column(("Code", "{{ code }}")).group(Group::by("message"));
            Case {
                kind: String::new(),
                document: table.render(self.format, book(&text, "")).unwrap(),
                told: json!([seen(&text)]),
            }
        });
        self.check(&cases.collect::<Vec<_>>(), |read| {
            read["titles"].as_array().unwrap().iter().map(|title| seen(title.as_str().unwrap())).collect()
        });
    }

    /// A list on a page.
    fn behind_text(&self, list: List, book: &Book) -> String {
        let page = Page::new("page", "before\n\n{{ blocks.list }}").block("list", list);
        page.render(self.format, book).unwrap()
    }

    /// Runs the program, and reports the shortest failure of each kind.
    fn check(&self, cases: &[Case], told: impl Fn(&Value) -> Value) {
        let documents: Vec<_> = cases.iter().map(|case| case.document.as_str()).collect();
        let mut failures = BTreeMap::<&str, (usize, String)>::new();
        for (case, read) in cases.iter().zip(run((self.command)(), &documents)) {
            let complaints = &read["messages"];
            let read = told(&read);
            if *complaints == json!([]) && read == case.told {
                continue;
            }
            let failure = format!("{}\n{complaints}\nread: {read}\ntold: {}", case.document, case.told);
            let (count, shortest) = failures.entry(&case.kind).or_insert((0, failure.clone()));
            *count += 1;
            if failure.len() < shortest.len() {
                *shortest = failure;
            }
        }
        let failures: Vec<_> = failures
            .iter()
            .map(|(kind, (count, failure))| format!("{count} of {kind:?}: {failure}"))
            .collect();
        assert!(failures.is_empty(), "{}", failures.join("\n-----\n"));
    }
}

/// The cases of each text with each pair.
fn each<'p, C: IntoIterator<Item = Case>>(
    count: usize,
    pairs: &'p [(&str, &str)],
    cases: impl Fn(&str, &'p str, &'p str) -> C,
) -> Vec<Case> {
    let texts = texts(count);
    let pairs = || pairs.iter();
    texts.iter().flat_map(|text| pairs().flat_map(|(of, told)| cases(text, of, told))).collect()
}

/// Texts that are not blank and can be part of a directive or a link: always the same, or as many as `CASES`.
fn texts(count: usize) -> Vec<String> {
    let sign = prop::sample::select(SIGNS).prop_map(str::to_owned);
    let other = prop::sample::select(OTHERS).prop_map(str::to_owned);
    let any = any::<char>().prop_map(String::from);
    let part = prop_oneof![4 => sign, 4 => other, 1 => any];
    let text = prop::collection::vec(part, 0..9).prop_map(|parts| parts.concat());
    let text = text.prop_filter("blank", |text| !seen(text).is_empty());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let count = std::env::var("CASES").map_or(count, |cases| cases.parse().unwrap());
    (0..count).map(|_| text.new_tree(&mut runner).unwrap().current()).collect()
}

/// Markdown with the text in it.
fn in_markdown(markdown: &str, text: &str) -> String {
    let escape = |c: char| if c.is_ascii_punctuation() { vec!['\\', c] } else { vec![c] };
    let escaped: String = seen(text).chars().flat_map(escape).collect();
    markdown.replace('@', &escaped)
}

/// The content of a template with the text.
fn saying(told: &str, text: &str) -> String {
    seen(&told.replace("=@=", "\u{1}").replace('@', text).replace('\u{1}', &seen(text)))
}

/// A book with an error that has these texts; what a book names lives as long as the program.
pub fn book(message: &str, description: &str) -> &'static Book {
    of_entries([entry(message, description)])
}

/// The same with another error after it.
fn two(message: &str, description: &str) -> &'static Book {
    of_entries([entry(message, description), entry("end", "end")])
}

/// The same with the texts in a section too.
fn sectioned(text: &str, markdown: &str) -> &'static Book {
    let docs = format!("{markdown}\n\n# {}\n{markdown}", in_markdown("@", text));
    of_entries([entry(text, &docs)])
}

fn entry(message: &str, description: &str) -> Entry {
    Entry::new(400, "code").with_type("m::E", "E").with_message(leak(message)).with_docs(leak(description))
}

fn of_entries<const N: usize>(entries: [Entry; N]) -> &'static Book {
    let items = Box::leak(Box::new(entries.map(|entry| CatalogItem::Entry(Box::leak(Box::new(entry))))));
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog::new("E", items)));
    Box::leak(Box::new(Book::new("Book", Box::leak(Box::new([catalog])))))
}

fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

/// A text as a reader sees it: one space for any white space, and U+FFFD for what no page can hold.
fn seen(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_lost =
        |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || ('\u{fdd0}'..='\u{fdef}').contains(&c);
    let text: String = text.chars().map(|c| if is_lost(c) { '\u{fffd}' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The content of a document.
fn text(read: &Value) -> String {
    seen(read["text"].as_str().unwrap())
}

/// A text without spaces and the markers of lists, which tools write or leave out.
fn bare(text: &str) -> String {
    let words = seen(text);
    let is_marker = |word: &&str| !matches!(*word, "-" | "1." | "2." | "3." | "4.");
    words.split(' ').filter(is_marker).collect()
}

fn run(mut tool: Command, documents: &[&str]) -> Vec<Value> {
    let mut tool =
        tool.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the tool is not installed");
    let documents = serde_json::to_vec(documents).unwrap();
    let mut stdin = tool.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(&documents));
    let output = tool.wait_with_output().unwrap();
    writer.join().unwrap().expect("the tool reads all documents");
    assert!(output.status.success(), "the tool failed");
    serde_json::from_slice(&output.stdout).unwrap()
}
