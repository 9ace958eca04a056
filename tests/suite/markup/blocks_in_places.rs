//! A doc comment of several blocks has them all wherever an author's page has room for blocks, and what is behind it stays apart.

use errbook_docgen::{Block, Format, Page};
use scraper::Html;

use super::readers_of_markdown::test_each_flavour;
use crate::readers::texts::book;

/// Doc comments, their text, and how many items they have.
const COMMENTS: [(&str, &str, usize); 8] = [
    ("", "", 0),
    ("One *a*\n\nTwo `b`", "One a Two b", 0),
    ("One.\n\n- two\n- three", "One. two three", 2),
    ("in**ter**nal *one*", "internal one", 0),
    ("One:\n\n```\n- two\n```\n\nThree.", "One: - two Three.", 0),
    ("- one\n- two\n\nThree.", "one two Three.", 2),
    ("| one |\n| - |\n| `two` |", "one two", 0),
    ("> One.\n\n## Two\n\nThree.", "One. Two Three.", 0),
];

/// What an author writes around a doc comment, the text, and how many items there are.
const PLACES: [(&str, &str, usize); 10] = [
    ("a\n\nX\n\nb", "a X b", 0),
    ("- X\n- b", "X b", 2),
    ("a\n\n- X\n- b", "a X b", 2),
    ("1. X\n2. b\n\n    c", "X b c", 2),
    ("> - X\n> - b", "X b", 2),
    ("- a\n\n    X\n\n- b", "a X b", 2),
    ("- a\n    - X\n\n- b", "a X b", 3),
    ("1. a\n    1. X\n\n2. b", "a X b", 3),
    ("a **b X c** d", "a b X c d", 0),
    ("> a\n>\n> X\n\nb", "a X b", 0),
];

const OF_MKDOCS: [(&str, &str, usize); 6] = [
    ("!!! warning\n    X\n\nb", "Warning X b", 0),
    ("!!! warning \"a\"\n\n    X\n\nb", "a X b", 0),
    ("??? note\n    a\n\n    X\n\nb", "Note a X b", 0),
    ("=== \"A\"\n\n    X\n\n=== \"B\"\n\n    b", "A X B b", 0),
    ("=== \"A\"\n\n    ???+ tip \"a\"\n\n        - X\n        - b\n\nc", "A a X b c", 2),
    ("a\n:   X\n\nb", "a X b", 0),
];

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

fn check(format: Format, mut read: impl FnMut(&str) -> Result<String, String>) {
    let of_format: &[_] = if format == Format::MkDocs { &OF_MKDOCS } else { &[] };
    let mut wrong = Vec::new();
    for (comment, inside, items) in COMMENTS {
        let book = book([["", "", comment]]);
        for (place, around, items_around) in PLACES.iter().chain(of_format) {
            let page = Page::new("page", place.replace('X', "{{ errors[0].description }}"));
            let page = page.render(format, &book).unwrap();
            let html = read(&page).unwrap();
            let text: String = Html::parse_fragment(&html).root_element().text().collect();
            let is_same = without_spaces(&text) == without_spaces(&around.replace('X', inside));
            let headings = usize::from(comment.contains("##") && !place.contains("**"));
            if !is_same
                || html.matches("<li").count() != items + items_around
                || html.matches("<h2").count() != headings
            {
                wrong.push(format!("{place:?}:\n{page}\n{html}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{format}: {}:\n{}", wrong.len(), wrong.join("\n\n"));
}

test_each_flavour!(check);
