//! A link in a link is text: of a doc comment in a link of the author's, and between the tags of one.

use errbook_docgen::{Block, Format, Page, Table};

use super::readers_of_markdown::test_each_flavour;
use crate::readers::texts::book;
use crate::readers::visible;

/// Doc comments, and the text that they show.
const COMMENTS: [(&str, &str); 5] = [
    ("See [the `list`](/l) *now*.", "See the list now."),
    ("**[See](/l)** *a [list](/m)* of `them`.", "See a list of them."),
    ("See <a href=\"/l\">the list</a>.", "See the list."),
    ("[See <a href=\"/l\">the</a> list](/l)", "See the list"),
    ("<a href=\"/l\">See [the list](/m)</a>", "See the list"),
];

/// What an author writes around a doc comment, and what the link shows.
const PLACES: [(&str, &str); 4] = [
    ("[X](/u)", "X"),
    ("*[a **X** b](/u)*", "a X b"),
    ("<a href=\"/u\">X</a>", "X"),
    ("a <a class=\"c\" href=\"/u\">b X</a>", "b X"),
];

fn texts(html: &str) -> Vec<String> {
    let html = scraper::Html::parse_fragment(html);
    let selector = scraper::Selector::parse("a[href]").unwrap();
    html.select(&selector).map(|link| visible::one_space(&link.text().collect::<String>())).collect()
}

fn check(format: Format, mut read: impl FnMut(&str) -> Result<String, String>) {
    for (comment, text) in COMMENTS {
        let book = book([["", "", comment]]);
        for (place, shown) in PLACES {
            let table = Table::new().column(("H", place.replace('X', "{{ description }}")));
            let page = Page::new("page", place.replace('X', "{{ errors[0].description }}") + "\n");
            // A page of HTML has no links of Markdown.
            let has_link = format != Format::Html || place.contains("<a");
            let pages = [Some(table.render(format, &book)), has_link.then(|| page.render(format, &book))];
            for page in pages.into_iter().flatten().map(Result::unwrap) {
                let shows = texts(&read(&page).unwrap());
                assert_eq!(shows, [shown.replace('X', text)], "{format}: {place}: {comment}: {page}");
            }
        }
    }
}

test_each_flavour!(check);

#[test]
fn html() {
    check(Format::Html, |page| Ok(page.to_owned()));
}

/// What is behind the link is not in it.
#[test]
fn behind_a_link() {
    let book = book([["", "", "See [the list](/l)."]]);
    let page = Page::new(
        "page",
        "<a href=\"/u\">a</a> {{ errors[0].description }}\n\n[a](/u) {{ errors[0].description }}\n",
    );
    for format in [Format::Html, Format::Markdown] {
        assert_eq!(page.render(format, &book).unwrap().matches("/l").count(), 2);
    }
}

/// A `<a` is text in the other formats.
#[test]
fn behind_text_that_looks_like_a_link() {
    let book = book([["", "", "See [the list](/l)."]]);
    let page = Page::new("page", "x <a and {{ errors[0].description }}");
    for (format, link) in
        [(Format::AsciiDoc, "link:/l[the list]"), (Format::ReStructuredText, "`the list </l>`__")]
    {
        let written = page.render(format, &book).unwrap();
        assert!(written.contains(link), "{written}");
    }
}
