//! Text that would end a term, or start a classifier in it, is escaped.

use errbook_docgen::{Block, Format, List};

use crate::readers::tool::book;

fn term(format: Format, template: &str, message: &str) -> String {
    List::definitions(template, "x").render(format, book(message, "")).unwrap()
}

#[test]
fn of_asciidoc() {
    for (message, code) in [
        ("a:: b", "`a&#58;&#58; b`"),
        ("a::: b", "`a&#58;&#58;&#58; b`"),
        ("a;; b", "`a&#59;&#59; b`"),
        ("a;;; b", "`a&#59;&#59;&#59; b`"),
        ("a::*b*", "`a&#58;&#58;&#42;b&#42;`"),
    ] {
        for template in ["{{ message | code }}", "`{{ message }}`"] {
            assert_eq!(term(Format::AsciiDoc, template, message), format!("{code}:: x\n"), "{template}");
        }
    }
}

/// The sign of a term would be one of another level.
#[test]
fn of_asciidoc_with_a_colon() {
    for (message, written) in
        [("Cause:", "Cause&#58;:: x\n"), ("a::", "a&#58;&#58;:: x\n"), ("a: b", "a: b:: x\n")]
    {
        assert_eq!(term(Format::AsciiDoc, "{{ message }}", message), written);
    }
}

#[test]
fn of_restructured_text() {
    for (template, written) in [
        ("{{ message }}", r"a \: b"),
        ("{{ message }} : c", r"a \: b \: c"),
        ("{{ code }}{{ message }}", r"codea \: b"),
        ("{{ message | code }}", "``a : b``"),
    ] {
        let list = term(Format::ReStructuredText, template, "a : b");
        assert_eq!(list, format!("{written}\n    x\n"), "{template}");
    }
}
