//! The addresses of errors below published pages: each leads to a page, and to the anchor of its code.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book, Catalog, CatalogItem, Entry, Fact};
use errbook_docgen::{Docs, Sections};

use crate::scratch::{Text, folder};

#[derive(Debug, ApiError)]
#[api(display, docs_url = "https://example.com/docs/errors#{code}")]
enum E {
    #[api(status = 400, code = "INVALID_PARAMETER")]
    Invalid,
    #[api(status = 404, code = "NO_ORDER")]
    NoOrder,
}

#[derive(Debug, ApiError)]
#[api(display, docs_url = "https://example.com/docs/errors/{code | slug}")]
enum PerCode {
    #[api(status = 400, code = "INVALID_PARAMETER")]
    Invalid,
    #[api(status = 404, code = "NO_ORDER", docs_url = "https://example.com/docs/errors/no-oder.html")]
    Misspelled,
    #[api(status = 500, code = "FAILED", docs_url = "https://status.example.com/FAILED")]
    Elsewhere,
}

static ERRORS: Book = Book::new("Errors", &[E::CATALOG]);
static PER_CODE: Book = Book::new("Errors", &[PerCode::CATALOG]);

#[test]
fn addresses_of_errors_below_their_pages() {
    let folder = tempfile::tempdir().unwrap();
    let docs = |sections| Docs::new(&ERRORS, folder.path()).file("docs/errors.md", sections);
    docs(Sections::new()).published_at("https://example.com/docs/", "docs").write().unwrap();
    docs(Sections::new()).published_at("https://example.com/docs/errors", "docs/errors.md").write().unwrap();
    docs(Sections::new().anchors(false)).published_at("https://example.net", "docs").write().unwrap();
    let errors = docs(Sections::new().anchors(false).heading("{{ code }}"));
    let errors = errors.published_at("https://example.com/docs", "docs").outdated().unwrap_err().to_string();
    let dead = |code: &str, near: &str| {
        format!(
            "the address of code `{code}`, `https://example.com/docs/errors#{code}`, leads to no anchor of \
             `docs/errors.md`, did you mean `#{near}`?"
        )
    };
    assert_eq!(
        errors,
        [dead("INVALID_PARAMETER", "invalid-parameter"), dead("NO_ORDER", "no-order")].join("\n")
    );
}

/// The address of a page or a folder says more than that of the site.
#[test]
fn the_longest_published_address() {
    let folder = tempfile::tempdir().unwrap();
    let docs = || Docs::new(&ERRORS, folder.path()).file("docs/errors.md", Sections::new());
    let [site, docs_of] = [("https://example.com", "site"), ("https://example.com/docs", "docs")];
    for [(a, at), (b, bt)] in [[site, docs_of], [docs_of, site]] {
        docs().published_at(a, at).published_at(b, bt).write().unwrap();
    }
    let page = docs().published_at("https://example.com/docs", "nowhere");
    page.published_at("https://example.com/docs/errors", "docs/errors.md").outdated().unwrap();
}

/// A query is not part of the path, and either may be encoded.
#[test]
fn addresses_with_a_query_and_encoded_ones() {
    static ENTRIES: [Entry; 2] = [
        Entry::new(404, "A")
            .with_facts(&[Fact::DocsUrl("https://example.com/docs/caf%C3%A9?from=reply#%41")]),
        Entry::new(404, "B").with_facts(&[Fact::DocsUrl("https://example.com/docs?from=reply#B")]),
    ];
    static CATALOG: Catalog =
        Catalog::new("E", &[CatalogItem::Entry(&ENTRIES[0]), CatalogItem::Entry(&ENTRIES[1])]);
    static BOOK: Book = Book::new("Errors", &[&CATALOG]);
    let folder = tempfile::tempdir().unwrap();
    let docs = Docs::new(&BOOK, folder.path()).published_at("https://example.com/docs", "docs");
    let docs = docs.file("docs/café.md", Sections::new()).file("docs/index.md", Sections::new());
    docs.write().unwrap();
}

/// Errors that share a code are one mistake.
#[test]
fn the_address_of_a_shared_code() {
    static ENTRIES: [Entry; 2] =
        [const { Entry::new(404, "A").with_facts(&[Fact::DocsUrl("https://example.com/e#A")]) }; 2];
    static CATALOG: Catalog =
        Catalog::new("E", &[CatalogItem::Entry(&ENTRIES[0]), CatalogItem::Entry(&ENTRIES[1])]);
    static BOOK: Book = Book::new("Errors", &[&CATALOG]);
    let folder = tempfile::tempdir().unwrap();
    let docs = Docs::new(&BOOK, folder.path()).file("e.md", Text("# E\n"));
    let errors = docs.published_at("https://example.com/e", "e.md").outdated().unwrap_err();
    assert_eq!(errors.iter().count(), 1, "{errors}");
}

/// An error without an address has none below `/`.
#[test]
fn an_error_without_an_address() {
    static ENTRY: Entry = Entry::new(404, "A");
    static CATALOG: Catalog = Catalog::new("E", &[CatalogItem::Entry(&ENTRY)]);
    static BOOK: Book = Book::new("Errors", &[&CATALOG]);
    let folder = tempfile::tempdir().unwrap();
    let docs = Docs::new(&BOOK, folder.path()).file("docs/errors.md", Sections::new());
    docs.published_at("/", "docs").write().unwrap();
}

#[test]
fn addresses_of_pages_of_codes() {
    let folder = folder("code.jinja", "# {{ code }}\n");
    let docs =
        Docs::new(&PER_CODE, folder.path()).template_per_code("site/e/{{ code | slug }}.md", "code.jinja");
    let errors = docs.published_at("https://example.com/docs/errors", "site/e").outdated().unwrap_err();
    assert_eq!(
        errors.to_string(),
        "the address of code `NO_ORDER`, `https://example.com/docs/errors/no-oder.html`, leads to no page, \
         did you mean `site/e/no-order.md`?"
    );
}

/// The anchor of a code is the code, but docutils writes it in lower case.
#[test]
fn anchors_of_sections_in_all_formats() {
    for (path, is_exact) in [("e.md", true), ("e.html", true), ("e.adoc", true), ("e.rst", false)] {
        let folder = tempfile::tempdir().unwrap();
        let docs = Docs::new(&ERRORS, folder.path()).file(path, Sections::new());
        let said = docs.published_at("https://example.com/docs/errors", path).outdated();
        let said = said.map(drop).map_err(|errors| errors.to_string());
        assert_eq!(said.is_ok(), is_exact, "{path}: {said:?}");
        assert!(is_exact || said.unwrap_err().contains("did you mean `#no-order`?"));
    }
}

/// Such a code has character references in its anchor.
#[test]
fn anchors_of_codes_with_signs() {
    for (code, address) in [
        ("x{y}", "https://example.com/e#x%7By%7D"),
        ("it's", "https://example.com/e#it%27s"),
        ("a<b>&\"c", "https://example.com/e#a%3Cb%3E%26%22c"),
        ("[a|b]", "https://example.com/e#%5Ba%7Cb%5D"),
        ("&#120;", "https://example.com/e#%26%23120%3B"),
    ] {
        let facts: &'static [Fact] = Box::leak(Box::new([Fact::DocsUrl(address)]));
        let entry: &'static Entry = Box::leak(Box::new(Entry::new(404, code).with_facts(facts)));
        let items = Box::leak(Box::new([CatalogItem::Entry(entry)]));
        let catalogs: &'static [&'static Catalog] =
            Box::leak(Box::new([&*Box::leak(Box::new(Catalog::new("E", items)))]));
        let book = Book::new("Signs", catalogs);
        for path in ["e.md", "e.mdx", "e.html", "e.adoc"] {
            let folder = tempfile::tempdir().unwrap();
            let docs = Docs::new(&book, folder.path()).file(path, Sections::new());
            docs.published_at("https://example.com/e", path).outdated().unwrap();
        }
    }
}
