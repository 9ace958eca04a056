//! A text in the front matter of a page is the same text to a reader of YAML.

use errbook_docgen::{Block, Format, Page};
use proptest::prelude::*;
use yaml_rust2::{Yaml, YamlLoader};

use crate::readers::texts::{book, holdable, runner, text};

/// Templates around the text `X`, and the resulting scalar.
const SCALARS: [(&str, &str); 16] = [
    ("X", "X"),
    ("\"X\"", "X"),
    ("\"a X b\"", "a X b"),
    ("\"it's \\\"X\\\"\"", "it's \"X\""),
    ("a X", "a X"),
    ("X b", "X b"),
    ("aXb", "aXb"),
    ("E400 X X", "E400 X X"),
    ("X - X", "X - X"),
    ("It's X", "It's X"),
    ("a \"b\" X", "a \"b\" X"),
    ("a/X:X", "a/X:X"),
    ("X # c: 'd", "X"),
    ("'X'", "X"),
    ("'a \\ X \"b\"'", "a \\ X \"b\""),
    ("'it''s X''X' # c", "it's X'X"),
];

fn read(template: &str, text: &str) -> Result<(String, Yaml), TestCaseError> {
    let template = format!("---\nfirst: 1\n{template}\nlast: z\n---\n\ntext\n");
    let page = Page::new("page", template.replace('X', "{{ errors[0].meta.x }}"));
    let page = page.render(Format::Markdown, &book([[text, "", ""]])).unwrap();
    let matter = page.strip_prefix("---\n").unwrap().split_once("\n---\n\ntext\n").map(|(matter, _)| matter);
    prop_assert!(matter.is_some(), "{:?}", page);
    let read = YamlLoader::load_from_str(matter.unwrap());
    prop_assert!(read.is_ok(), "{:?}: {:?}", page, read);
    let read = read.unwrap().swap_remove(0);
    prop_assert_eq!(&read["first"], &Yaml::Integer(1), "{:?}", page);
    prop_assert_eq!(&read["last"], &Yaml::String("z".to_owned()), "{:?}", page);
    Ok((page, read))
}

/// Compares a scalar with its expected value. Spaces of the template beside an empty text are dropped.
fn check(
    template: &str,
    (scalar, said): (&str, &str),
    at: impl Fn(&Yaml) -> Vec<Yaml>,
) -> Result<(), String> {
    let is_quoted = scalar.starts_with(['"', '\'']);
    let result = runner().run(&text(), |text| {
        let (page, read) = read(template, &text)?;
        let text = holdable(&text);
        let expected = said.replace('X', &text);
        let expected = if text.is_empty() && !is_quoted { expected.trim() } else { &expected };
        for read in at(&read) {
            prop_assert_eq!(read.as_str(), Some(expected), "{:?}", page);
        }
        Ok(())
    });
    result.map_err(|error| format!("{template:?}: {error}"))
}

#[test]
fn scalars() {
    let mut wrong = Vec::new();
    for (scalar, said) in SCALARS {
        let behind_keys = format!("value: {scalar}\nlist:\n  - {scalar}\n  -  k: {scalar}\n     l: {scalar}");
        wrong.push(check(&behind_keys, (scalar, said), |read| {
            let items = &read["list"];
            vec![read["value"].clone(), items[0].clone(), items[1]["k"].clone(), items[1]["l"].clone()]
        }));
    }
    let wrong: Vec<_> = wrong.into_iter().filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn comments() {
    let result = runner().run(&text(), |text| read("# X\na: b", &text).map(drop));
    result.unwrap_or_else(|error| panic!("{error}"));
}

/// Where YAML would need more than quotes around the text behind a key.
#[test]
fn other_places_are_errors() {
    for place in
        ["a: [X]", "a: {b: X}", "a: |\n  X", "a: b\n  X", "X: a", "a: !!str X", "a: &b X", "a: b # X"]
    {
        let template = format!("---\n{}\n---\n", place.replace('X', "{{ errors[0].meta.x }}"));
        let error = Page::new("page", template).render(Format::Markdown, &book([["x", "", ""]])).unwrap_err();
        assert!(error.to_string().contains("use `tojson`"), "{place}: {error}");
    }
    let page = Page::new("page", "---\na: [{{ errors[0].meta.x | tojson }}]\n---\n");
    let page = page.render(Format::Markdown, &book([["x", "", ""]])).unwrap();
    assert_eq!(page, "---\na: [\"x\"]\n---\n");
}

fn rendered(scalar: &str, text: &str) -> String {
    rendered_value(&scalar.replace('X', "{{ errors[0].meta.x }}"), text)
}

fn rendered_value(scalar: &str, text: &str) -> String {
    let template = format!("---\na: {scalar}\n---\n");
    let page = Page::new("page", template).render(Format::Markdown, &book([[text, "", ""]])).unwrap();
    let value = page.strip_prefix("---\na:").unwrap().strip_suffix("\n---\n").unwrap();
    // Prettier would remove a space in front of an absent value.
    assert!(value.is_empty() || value.starts_with(' ') && value.trim() != "", "{page:?}");
    value.trim_start().to_owned()
}

/// Texts that some YAML reader parses as a number, a boolean, a time or null.
#[test]
fn text_that_looks_like_another_type_is_quoted() {
    let others = "404 0 -5 true false 0777 007 08 0x1F 0X1f 0o17 0b10 1.0 1. .5 1e3 1E-3 6.02e+23 -05 +5 -0x1F 00 -0 1_000 1,000 1:30 190:20:30.15 \
        .inf -.INF +.Inf .NaN TRUE False yes No ON off y N null NULL ~ = << 2020-01-01 2020-1-2 2020-01-01T10:00:00Z";
    for other in others.split_whitespace().chain(["2020-01-01 10:00:00 +1"]) {
        assert_eq!(rendered("X", other), format!("\"{other}\""));
        assert_eq!(rendered("a X", other).trim_matches('"'), format!("a {other}"));
    }
    assert_eq!(rendered("1.X", "5"), "\"1.5\"");
    assert_eq!(rendered("20X-01-01", "20"), "\"2020-01-01\"");
}

/// What has no value is null, and a text may be empty.
#[test]
fn empty_values() {
    for (value, written) in [
        ("errors[0].since", ""),
        ("errors[0].since | code", ""),
        ("errors[0].since | default('')", "\"\""),
        ("errors[0].meta.x", "\"\""),
        ("errors[0].description", "\"\""),
    ] {
        assert_eq!(rendered_value(&format!("{{{{ {value} }}}}"), ""), written);
        assert_eq!(rendered_value(&format!("'{{{{ {value} }}}}'"), ""), "''");
    }
}

/// A status is a number, and whether to send a request again a truth.
#[test]
fn numbers_and_truths_stay_bare() {
    for (value, written) in [
        ("errors[0].status", "400"),
        ("errors[0].status >= 500", "false"),
        ("-5", "-5"),
        ("1.5", "1.5"),
        ("errors[0].status | string", "\"400\""),
        ("errors[0].meta.x", "\"1003\""),
    ] {
        assert_eq!(rendered_value(&format!("{{{{ {value} }}}}"), "1003"), written);
        assert_eq!(rendered_value(&format!("{{{{ {value} }}}} # c"), "1003"), format!("{written} # c"));
    }
    assert_eq!(rendered_value("4{{ errors[0].status }}", ""), "\"4400\"");
    assert_eq!(rendered("4X", "04"), "\"404\"");
}

#[test]
fn plain_text_is_not_quoted() {
    let texts = [
        "NOT_FOUND",
        "No such order",
        "404 Not Found",
        "2020-01-01 was a day",
        "1st",
        "e3",
        "0xyz",
        "4 cats",
        "It's gone",
        "a - b",
        "/errors/a-b",
        "https://example.com/#a",
        "truest",
        "a, b [c]",
        "Infinity",
        "(none)",
        "Überfällig",
        "10:30 o'clock",
    ];
    for text in texts {
        assert_eq!(rendered("X", text), text);
        assert_eq!(rendered("X # c", text), format!("{text} # c"));
    }
}

#[test]
fn a_scalar_is_quoted_as_a_whole() {
    assert_eq!(rendered("400 X", "Conflict: already exists"), "\"400 Conflict: already exists\"");
    assert_eq!(rendered("400 X", "Tag # missing"), "\"400 Tag # missing\"");
    assert_eq!(rendered("400 X", "Tag #missing"), "\"400 Tag #missing\"");
    assert_eq!(rendered("CODE - X", "a: b"), "\"CODE - a: b\"");
    assert_eq!(rendered("It's X", "it's"), "It's it's");
    assert_eq!(rendered("It's X", "\"a\": b"), "\"It's \\\"a\\\": b\"");
    assert_eq!(rendered("X # comment", "x # y"), "\"x # y\" # comment");
    assert_eq!(rendered("a X", ""), "a");
    assert_eq!(rendered("400 X", ""), "\"400\"");
    assert_eq!(rendered("a X", "\u{2028}\u{feff}\n\\"), "\"a \\u2028\\uFEFF\\n\\\\\"");
}
