//! A doc comment is read as a whole: HTML comments reach nobody, and definitions reach every section.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Body, Book, Entry, Reply, body};
use errbook_docgen::{Block, Format, Page};

/// Errors of the store. <!-- hidden -->
#[derive(Debug, ApiError)]
#[api(display, status = 503, rename_all = "PascalCase")]
enum Store {
    /// The store is behind. <!-- hidden: ask billing -->
    ///
    /// <!--
    /// # Hidden
    /// Replica 4 lags, see hidden.
    /// -->
    ///
    /// # Solution
    /// Wait.<!-- hidden
    /// -->
    #[api(message = "behind")]
    Behind {
        /// Seconds. <!-- hidden -->
        #[api(detail)]
        lag: u32,
    },
    /// See [the limits][] and [them][the limits][^a].
    ///
    /// ```html
    /// <!-- shown -->
    /// # not a heading
    /// ```
    ///
    /// <pre>
    /// # not a heading
    /// </pre>
    ///
    /// [^b]: Of Pluto[^c].
    /// [^c]: A dwarf planet.
    ///
    /// # Solution
    /// Wait a day[^b], or buy [more][shop].
    ///
    /// # Cause
    /// [Too much][the limits].
    ///
    /// [^a]: In Earth days.
    ///
    /// [the limits]: /limits
    /// [shop]: <https://shop.example> "Shop"
    Defined,
}

static BOOK: Book = Book::new("Store", &[Store::CATALOG]);

const FORMATS: [Format; 5] =
    [Format::Markdown, Format::Mdx, Format::Html, Format::AsciiDoc, Format::ReStructuredText];

fn entry(at: usize) -> &'static Entry {
    Store::CATALOG.entries().nth(at).unwrap()
}

fn page(format: Format, source: &str) -> String {
    Page::new("page", source.to_owned()).render(format, &BOOK).unwrap()
}

static DESCRIBED: Body = body!(description);

static BY_HAND: Entry = Entry::new(404, "A")
    .with_docs("a\n\n<!--\n# b\n-->\n<pre class=\"c\">\n# d\n</PRE>\n# e\n</pre>\n# f\ng");

#[test]
fn html_comments_are_for_authors() {
    let whole = "{{ book.types[0].description }}\n\n{% for e in errors %}{{ e.description }}\n\n{{ e.sections.Solution }}\n\n{{ e.details | map(attribute='description') | join }}\n\n{% endfor %}";
    for format in FORMATS {
        let page = page(format, whole);
        assert!(page.contains("The store is behind.") && page.contains("Wait."), "{page}");
        assert!(!page.to_lowercase().contains("hidden"), "{page}");
        assert!(page.contains("shown"), "{page}");
    }
    let headings: Vec<_> = entry(0).sections().map(|section| section.heading()).collect();
    assert_eq!(headings, ["Solution"]);
    assert_eq!(entry(0).description(), "The store is behind.");
    assert_eq!(entry(0).section("Solution"), Some("Wait."));
    assert_eq!(entry(0).details().next().unwrap().description(), "Seconds.");
    assert_eq!(Store::CATALOG.description(), "Errors of the store.");

    assert_eq!(
        Reply::new(&Store::Behind { lag: 1 }).body(&DESCRIBED).to_string(),
        "\"The store is behind.\""
    );
}

#[test]
fn headings_in_code_and_html_are_none() {
    let headings: Vec<_> = entry(1).sections().map(|section| section.heading()).collect();
    assert_eq!(headings, ["Solution", "Cause"]);
    let headings: Vec<_> = BY_HAND.sections().map(|section| section.heading()).collect();
    assert_eq!(headings, ["f"]);
}

#[test]
fn headings_in_items_are_none() {
    for (docs, description, headings) in [
        ("- a\n\n  # b\n\n# C\nd", "- a\n\n  # b", &["C"][..]),
        ("1. a\n   - b\n\n   # c\n2. d\n # E", "1. a\n   - b\n\n   # c\n2. d", &["E"]),
        ("10) a\n\n  # B\n- c\n# D\n  # E", "10) a", &["B", "D", "E"]),
        ("* a\n\nb\n\n  # C", "* a\n\nb", &["C"]),
        ("**a**\n  # B", "**a**", &["B"]),
    ] {
        let entry = Box::leak(Box::new(Entry::new(404, "A").with_docs(docs)));
        assert_eq!(entry.description(), description);
        assert_eq!(entry.sections().map(|section| section.heading()).collect::<Vec<_>>(), headings, "{docs}");
    }
}

#[test]
fn link_references_count_everywhere() {
    let page = |source: &str| page(Format::Html, source);
    assert!(page("{{ errors[1].description }}").contains("<a href=\"/limits\">the limits</a>"));
    assert!(page("{{ errors[1].description }}").contains("<a href=\"/limits\">them</a>"));
    let solution = page("{{ errors[1].sections.Solution }}");
    assert!(solution.contains("href=\"https://shop.example\""), "{solution}");
    assert!(page("{{ errors[1].sections.Cause }}").contains("<a href=\"/limits\">Too much</a>"));
}

#[test]
fn footnotes_are_where_they_are_referred_to() {
    let notes = |source: &str| {
        let page = page(Format::Markdown, source);
        ["Earth", "Pluto", "dwarf"].map(|note| page.matches(note).count())
    };
    assert_eq!(notes("{{ errors[1].description }}"), [1, 0, 0]);
    assert_eq!(notes("{{ errors[1].sections.Solution }}"), [0, 1, 1]);
    assert_eq!(notes("{{ errors[1].sections.Cause }}"), [0, 0, 0]);
}
