//! Outside of regions every byte stays, and writing twice has no further effect.

use proptest::prelude::*;

use crate::scratch::{rewritten, text};

const BEGIN: &str = "<!-- errbook:begin text -->";
const END: &str = "<!-- errbook:end -->";

#[test]
fn the_inside_has_the_line_ending_of_the_marker() {
    let page = format!("a\nb\r\n{BEGIN}\r\nold\n{END}\nc\r\n");
    let expected = format!("a\nb\r\n{BEGIN}\r\n\r\none\r\n\r\ntwo\r\n\r\n{END}\nc\r\n");
    assert_eq!(text("page.md", &page, "one\n\ntwo\n"), expected);
    assert_eq!(text("page.md", &page, "one\r\n\r\ntwo\r\n"), expected);
}

#[test]
fn the_line_ending_after_a_comment_of_many_lines_counts() {
    let page = format!("<!-- errbook:begin\ntext\na=\"one\r\ntwo\" -->\r\n{END}");
    assert_eq!(
        text("page.md", &page, ""),
        format!("<!-- errbook:begin\ntext\na=\"one\r\ntwo\" -->\r\n\r\na is [one two]\r\n\r\n{END}")
    );
}

#[test]
fn a_byte_order_mark_and_a_missing_line_ending_stay() {
    let page = format!("\u{feff}{BEGIN}\n{END}");
    assert_eq!(text("page.md", &page, "new"), format!("\u{feff}{BEGIN}\n\nnew\n\n{END}"));
}

#[test]
fn invalid_utf_8_is_an_error() {
    let page = [b"one\ntwo \xff\n", BEGIN.as_bytes(), b"\n", END.as_bytes()].concat();
    assert_eq!(
        rewritten("page.md", page, "").unwrap_err(),
        "page.md:2: the file contains invalid UTF-8: save it as UTF-8"
    );
}

#[test]
fn hiding_the_end_is_an_error() {
    let page = format!("{BEGIN}\n{END}\n\n{BEGIN}\n{END}\n");
    for hides in ["```\ncode\n", END, "a\n  <!-- errbook:begin text -->", "<!-- errbook:start -->"] {
        let error = rewritten("page.md", &page, hides).unwrap_err();
        assert!(error.starts_with("page.md:1: the output of block `text` would hide the end"), "{error}");
    }
    for harmless in
        ["```\n<!-- errbook:end -->\n```", "text <!-- errbook:end -->", "    <!-- errbook:end -->"]
    {
        assert!(text("page.md", &page, harmless).contains(harmless));
    }
}

/// The markers of a format.
const FORMATS: [(&str, &str, &str); 5] = [
    ("page.md", "<!-- errbook:begin text -->", "<!-- errbook:end -->"),
    ("page.mdx", "{/* errbook:begin text */}", "{/* errbook:end text */}"),
    ("page.html", "  <!--errbook:begin\n text-->", "<!-- errbook:end -->"),
    ("page.adoc", "// errbook:begin text", "// errbook:end"),
    ("page.rst", ".. errbook:begin text\n    a=b", ".. errbook:end"),
];

/// Lines with a meaning in some format.
const SPECIAL: &[&str] = &[
    "<!-- a comment",
    "-->",
    "text::",
    "- ```",
    "~~~",
    "----",
    "text <!-- errbook:end -->",
    "{/* errbook:begin text */}",
    "// errbook:end",
];

/// Lines with and without a meaning.
fn prose() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        24 => "\\PC{0,12}".boxed(),
        12 => "[ \t]{0,4}[-*+`~.:<>{}/=#a1 ]{0,8}".boxed(),
        4 => prop::sample::select(SPECIAL).prop_map(str::to_owned).boxed(),
    ];
    let ending = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
    prop::collection::vec((line, ending), 0..8)
        .prop_map(|lines| lines.into_iter().map(|(line, ending)| line + ending).collect())
}

/// Dashes begin metadata, in which the example behind the region would not be code.
#[test]
fn uncovering_an_example_is_an_error() {
    let example = "~~~\n<!-- errbook:begin text -->\n---\n~~~\n";
    let page = format!("<!-- errbook:begin text -->\n<!-- errbook:end -->\n\n{example}");
    let error = rewritten("page.md", &page, "---\nx: y\n").unwrap_err();
    assert_eq!(
        error,
        "page.md:1: the output of block `text` would make the page invalid: region `text` has no end: \
         write `<!-- errbook:end -->` on a line below it, outside of code"
    );
    assert!(rewritten("page.md", &page, "---\nx: y\n---\n").is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// A page is either rejected, or changed only between its markers; `rewritten` checks that it is then up to date.
    #[test]
    fn prose_stays(
        format in 0..FORMATS.len(), bom: bool, before in prose(), old in prose(), after in prose(),
        new in prose(), crlf: bool, last: bool,
    ) {
        let (path, begin, end) = FORMATS[format];
        let ending = if crlf { "\r\n" } else { "\n" };
        // The marker must start a line.
        let before = if before.ends_with('\r') { before + "\n" } else { before };
        let bom = if bom { "\u{feff}" } else { "" };
        let head = format!("{bom}{before}{begin}{ending}");
        let tail = if last { end.to_owned() } else { format!("{end}{ending}{after}") };
        let page = format!("{head}{old}\n{tail}");
        if let Ok(written) = rewritten(path, &page, &new) {
            let written = String::from_utf8(written).unwrap();
            prop_assert!(written.starts_with(&head), "{written:?} begins with {head:?}");
            prop_assert!(written.ends_with(&tail), "{written:?} ends with {tail:?}");
        }
    }

    /// A page with harmless prose is never rejected. (Four dots alone would start a listing.)
    #[test]
    fn plain_prose_is_accepted(
        format in 0..FORMATS.len(), before in "(([a-z][a-z ,.]{0,19})?\r?\n){0,5}", old in "([a-z]{0,9}\n){0,5}",
        after in "([a-z]\\PC{0,20})?", new in "([a-z]{1,9}\r?\n\n?){0,5}",
    ) {
        let (path, begin, end) = FORMATS[format];
        let page = format!("{before}{begin}\n\n{old}\n{end}\n{after}");
        let written = String::from_utf8(rewritten(path, &page, &new).unwrap()).unwrap();
        let new = new.replace('\r', "");
        prop_assert!(written.replace("  ", "").contains(new.trim_matches('\n')), "{written:?} has {new:?}");
    }
}
