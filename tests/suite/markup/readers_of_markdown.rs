//! What a page says of hostile texts, as the programs that serve the page read it.

use errbook_docgen::{Block, Format, List, Page, Sections, Table};

use crate::readers::process::Process;
use crate::readers::texts::book;
use crate::readers::visible;

/// Texts that mean something to a reader of Markdown.
pub(super) const HOSTILE: &[&str] = &[
    "there is no order {id}",
    "not a date: {given:?}",
    "{0:?}",
    "{#id}",
    "{: .class }",
    "{.class}",
    "use {id} and {name}",
    "send {{}}",
    "{{ customer.name }}",
    "{{ 40 + 2 }} is {{ 42 }}",
    "{{ x }} ends with \\",
    "{% raw %} {% endraw %}",
    "{{< shortcode >}}",
    "${HOME}",
    "auth:key:expired",
    "voice:phone:busy",
    ":tada:",
    "`:/ (:/ x",
    "-:/-:// ftp://x",
    ">:( >:-( :\") :-\") </3 <\\3 :/ :-/ :'( :'-( :,( :,-( :( :-( <3 ]:( ]:-( o:) O:) o:-) O:-) 0:) 0:-)",
    ":') :'-) :,) :,-) :'D :'-D :,D :,-D :* :-* x-) X-) :| :-| :o :-o :O :-O :@ :-@ :D :-D :) :-) ]:) ]:-)",
    ":,'( :,'-( ;( ;-( :P :-P 8-) B-) ,:( ,:-( ,:) ,:-) :s :-S :z :-Z :$ :-$ ;) ;-)",
    "`;( (;) -8-) *B-) \"x-) [<\\3 `<3",
    "a ::: b",
    "::: tip",
    ":::",
    ":badge[x]{a=b}",
    "...",
    "...and so on",
    "!!! note",
    "??? note",
    "=== \"Tab\"",
    "[[x]]",
    "[[x|y]]",
    "[x][]",
    "[x]: /url",
    "[^1]",
    "[^1]: note",
    "*[HTML]: language",
    "[TOC]",
    "[[toc]]",
    "[ ] open",
    "[x] done",
    "[!NOTE]",
    "[A, B]",
    "[text](/address)",
    "![text](/address)",
    "++k++",
    "++ctrl+alt+del++",
    "^^under^^",
    "==m==",
    "H~2~O",
    "^s^",
    "x^2^",
    "~~gone~~",
    "~5 min",
    "~5 min, ~6 max",
    "{++more++} {--less--} {~~old~>new~~} {==mark==} {>>remark<<}",
    "$x$",
    "$$x$$",
    "\\(x\\) \\[y\\]",
    "costs $5 or $6",
    "price * qty",
    "2 * 3 * 4",
    "*a* and **b**",
    "no _x field",
    "_a_ and __b__",
    "snake_case_name __init__",
    "`code` and ``more``",
    "a `tick",
    "<br>",
    "<b>bold</b>",
    "Vec<String>",
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "a < b > c",
    "<https://example.com>",
    "https://example.com/a_b_c",
    "https://https://",
    "www.example.com",
    "mail@example.com",
    "&amp; &copy; &#42;",
    "a | b",
    "a \\| b",
    "\\*not\\*",
    "back\\slash",
    "ends with \\",
    "# heading",
    "## heading ##",
    "- item",
    "+ item",
    "1. item",
    "1) item",
    "> quote",
    ": definition",
    "---",
    "***",
    "===",
    "```",
    "~~~",
    "    code",
    "import x from 'y'",
    "export const x = 1",
    "(c) (r) (tm) 1/2 --> <-- +/- =/=",
    "#12 and @user",
    "--8<-- \"file\"",
    "<<< @/file",
    "<!--@include: ./file-->",
    "%title",
    "word:",
    "a\u{a0}b",
];

/// Markdown of doc comments, and the text that it shows.
const COMMENTS: &[(&str, &str)] = &[
    ("The template names `{{ customer.name }}`.", "The template names {{ customer.name }}."),
    ("Escape `40 + 2` as {{ 40 + 2 }}.", "Escape 40 + 2 as {{ 40 + 2 }}."),
    ("The *order* {id}", "The order {id}"),
    ("Printed as `{:?}`", "Printed as {:?}"),
    ("The **scope** auth:key:expired", "The scope auth:key:expired"),
    ("See [the list](https://example.com/a_b) {id}", "See the list {id}"),
    ("price \\* qty of `a | b`", "price * qty of a | b"),
    ("Costs $5 or $6, and **more**", "Costs $5 or $6, and more"),
];

/// Places that an author writes on a page, what shows their text, and the text: `X` is the value.
const PLACES: &[(&str, &str, &str)] = &[
    ("# X\n\nb", "h1 p", "X; b"),
    ("# a X", "h1", "a X"),
    ("- a\n    - X\n- b", "li li", "a X; b"),
    ("1. a\n\n    - X", "p li", "a; X"),
    ("- a\n    - b: X", "li", "a b: X"),
    ("> X b", "p", "X b"),
    ("X: b", "p", "X: b"),
    ("pX", "p", "pX"),
    ("[a X b](/u)", "p", "a X b"),
    ("a **X** b", "p", "a X b"),
    ("a <b title=\"X\">b</b> c", "p", "a b c"),
    ("<p title=\"a X b\">X</p>", "p", "X"),
    ("| a |\n| - |\n| <b title=\"X\">X</b> |", "th td", "a; X"),
];

/// Pages with a text in every place, and the text in each of these places.
pub(super) fn pages(format: Format, meta: &str, description: &str) -> Vec<(&'static str, String)> {
    let book = book([[meta, "", description]]);
    let value = if description.is_empty() { "{{ meta.x }}" } else { "{{ description }}" };
    let render = |block: &dyn Block| block.render(format, &book).unwrap();
    let table = Table::new().column(("Text", value)).column(("Last", value));
    let list = List::bullets(value);
    let page = Page::new("page", "before {{ errors[0].meta.x }} after\n\n{{ errors[0].meta.x }}\n");
    let mut pages = vec![("table", render(&table)), ("list", render(&list))];
    if description.is_empty() {
        let code = Table::new().column(("Text", "{{ meta.x | code }}"));
        let heading = Sections::new().heading("{{ meta.x }}").example(None);
        let behind = Sections::new().heading("401 {{ meta.x }}").example(None);
        pages.extend([
            ("code", render(&code)),
            ("page", render(&page)),
            ("heading", render(&heading)),
            ("heading behind text", render(&behind)),
        ]);
    }
    pages
}

/// The author's pages with the text in a place.
fn placed(format: Format, text: &str) -> Vec<(&'static str, String)> {
    let book = book([[text, "", ""]]);
    let page = |template: &str| Page::new("page", template.replace('X', "{{ errors[0].meta.x }}"));
    PLACES.iter().map(|(template, ..)| (*template, page(template).render(format, &book).unwrap())).collect()
}

/// The places of such a page.
pub(super) fn expected(kind: &str, text: &str) -> Vec<(String, String)> {
    let text = text.to_owned();
    let places = match kind {
        "table" => vec![("th", "Text".into()), ("th", "Last".into()), ("td", text.clone()), ("td", text)],
        "code" => vec![("th", "Text".into()), ("td", text)],
        "list" => vec![("li", text)],
        "page" => vec![("p", format!("before {text} after")), ("p", text)],
        "heading" => vec![("h2", text)],
        "heading behind text" => vec![("h2", format!("401 {text}"))],
        _ => {
            let (_, names, texts) = PLACES.iter().find(|(template, ..)| *template == kind).unwrap();
            names.split(' ').zip(texts.split("; ").map(|place| place.replace('X', &text))).collect()
        }
    };
    places.into_iter().map(|(name, text)| (name.to_owned(), visible::one_space(&text))).collect()
}

/// Reads pages with all texts, and reports all that the reader shows otherwise.
/// Tests each flavour of Markdown with its reader.
macro_rules! test_each_flavour {
    ($check:ident) => {
        #[test]
        fn github() {
            let read = |page: &str| Ok(::comrak::markdown_to_html(page, &crate::readers::comrak::options()));
            $check(errbook_docgen::Format::Markdown, read);
        }

        #[test]
        fn mdx() {
            let Some(mut reader) = crate::readers::process::Process::mdx() else { return };
            $check(errbook_docgen::Format::Mdx, |page| reader.read(page));
        }

        #[test]
        fn vitepress() {
            let Some(mut reader) = crate::readers::process::Process::vitepress() else { return };
            $check(errbook_docgen::Format::VitePress, |page| reader.read(page));
        }

        #[test]
        fn mkdocs() {
            let Some(mut reader) = crate::readers::process::Process::mkdocs() else { return };
            $check(errbook_docgen::Format::MkDocs, |page| reader.read(page));
        }
    };
}
pub(super) use test_each_flavour;

fn check(format: Format, mut read: impl FnMut(&str) -> Result<String, String>) {
    let comments = COMMENTS.iter().copied();
    let texts = HOSTILE.iter().map(|text| (*text, "", *text));
    let cases = texts.chain(comments.map(|(markdown, text)| ("", markdown, text)));
    let mut failures = Vec::new();
    for (meta, description, text) in cases {
        let placed = if description.is_empty() { placed(format, text) } else { Vec::new() };
        for (kind, page) in pages(format, meta, description).into_iter().chain(placed) {
            let shown = read(&page).map(|html| visible::places(&html));
            if shown.as_ref() != Ok(&expected(kind, text)) {
                failures.push(format!("{kind} of {text:?}: {page:?}\n  shows {shown:?}"));
            }
        }
    }
    assert!(failures.is_empty(), "{} pages:\n{}", failures.len(), failures.join("\n"));
}

/// Prettier leaves the pages as they are. It makes one space of several, which a value may have.
fn check_stable(format: Format, reader: Option<Process>) {
    let Some(mut prettier) = reader else { return };
    let mut failures = Vec::new();
    for text in HOSTILE.iter().filter(|text| !text.contains("  ")) {
        for (kind, page) in pages(format, text, "") {
            let formatted = prettier.read(&page);
            if formatted.as_deref() != Ok(&page) {
                failures.push(format!("{kind} of {text:?}: {page:?}\n  becomes {formatted:?}"));
            }
        }
    }
    assert!(failures.is_empty(), "{} pages:\n{}", failures.len(), failures.join("\n"));
}

test_each_flavour!(check);

#[test]
fn prettier_on_markdown() {
    check_stable(Format::Markdown, Process::prettier_markdown());
}

#[test]
fn prettier_on_mdx() {
    check_stable(Format::Mdx, Process::prettier_mdx());
}
