//! The self-contained page of HTML: what is on it, its anchors, its policy, its size. `tests/page` opens it in a browser.

use errbook::{ApiError, Book, Catalog, CatalogItem, Entry, Fact};
use errbook_contract::{Endpoints, Lock};
use errbook_docgen::{Block, Docs, Format, HtmlPage, RenderContext};
use scraper::{Html, Selector};

/// What can go wrong with a parcel.
#[expect(dead_code, reason = "only its entries are documented")]
#[derive(Debug, ApiError)]
#[api(display)]
enum ParcelError {
    /// No parcel has this number. See [`ParcelError::Held`].
    ///
    /// # Solution
    /// Read the number again: *all* of it.
    #[api(status = 404, code = "NO_SUCH_PARCEL", number = 17, message = "no parcel {id} < 7")]
    NoSuchParcel {
        /// The number, with **dashes**.
        #[api(detail)]
        id: u64,
    },
    /// It is held at the customs.
    #[deprecated(since = "1.2.0", note = "It is `LOST` now.")]
    #[api(status = 503, code = "HELD", title = "At the customs", header("Via" = "customs"))]
    Held,
    #[api(transparent)]
    Lost(Lost),
}

/// Nobody knows where it is.
#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "LOST")]
struct Lost;

static BOOK: Book = Book::new("Parcel API", &[ParcelError::CATALOG]);

/// The page with a retired code and endpoints.
fn html() -> String {
    let text = format!(
        "{}\n[retired.SENT_BACK]\nretired = '2.0'\nreplaced-by = 'LOST'\nwhy = 'It *is* lost.'\nstatus = 409\n",
        Lock::of(&BOOK)
    );
    let endpoints = Endpoints::new()
        .with_endpoint("GET /parcels/{id}", ["HELD"])
        .with_any("POST /batch")
        .with_everywhere(["LOST"]);
    let lock = Lock::parse(text).unwrap().with_endpoints(endpoints);
    let context = RenderContext::new(Format::Html, &BOOK).with_lock(&lock);
    HtmlPage::new().render_with(&context).unwrap()
}

/// The texts of what a selector selects, each as a line of words.
fn texts(html: &str, selector: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    let selector = Selector::parse(selector).unwrap();
    let selected = document.select(&selector);
    selected.map(|e| e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn ids(html: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    let selector = Selector::parse("article").unwrap();
    document.select(&selector).map(|e| e.value().id().unwrap().to_owned()).collect()
}

#[test]
fn an_error_is_shown_with_everything_that_is_known() {
    let html = html();
    assert_eq!(texts(&html, "title, h1"), ["Parcel API errors", "Parcel API errors"]);
    assert_eq!(texts(&html, "h2"), ["Results", "Parcel errors", "Retired codes"]);
    assert_eq!(texts(&html, "#NO_SUCH_PARCEL .f"), ["404 Not Found Not retryable · Number 17"]);
    assert_eq!(
        texts(&html, "#NO_SUCH_PARCEL > p:not(.f)"),
        ["No parcel has this number. See ParcelError::Held.", "Read the number again: all of it."]
    );
    assert_eq!(texts(&html, "#NO_SUCH_PARCEL h4"), ["Solution"]);
    assert_eq!(
        texts(&html, "#NO_SUCH_PARCEL :is(dt, dd)"),
        [
            "Message",
            "no parcel {id} < 7",
            "Details",
            "id integer: The number, with dashes.",
            "Answered by",
            "POST /batch"
        ]
    );
    assert!(texts(&html, "#NO_SUCH_PARCEL pre")[0].starts_with("{ \"code\": \"NO_SUCH_PARCEL\","));
    assert_eq!(
        texts(&html, ".i"),
        ["Match the code: it is stable. Texts may change. Replies are application/json."]
    );
    assert_eq!(texts(&html, "#HELD .n"), ["Deprecated since 1.2.0: It is LOST now."]);
    assert_eq!(texts(&html, "#HELD .t"), ["At the customs"]);
    assert_eq!(
        texts(&html, "#HELD :is(dt, dd)"),
        ["Headers", "Via: customs", "Answered by", "GET /parcels/{id}", "POST /batch"]
    );
    assert_eq!(texts(&html, "#LOST :is(dt, dd)"), ["Answered by", "every endpoint"]);
    assert_eq!(texts(&html, "#HELD .r"), ["Retryable"]);
    assert_eq!(
        texts(&html, "#SENT_BACK p"),
        ["Retired in 2.0 was 409 Conflict", "Replaced by LOST.", "It is lost."]
    );
}

/// A struct is one error, so it is listed with the type that the book names.
#[test]
fn errors_are_in_the_order_of_the_book() {
    assert_eq!(ids(&html()), ["NO_SUCH_PARCEL", "HELD", "LOST", "SENT_BACK"]);
}

#[test]
fn every_link_leads_somewhere_and_every_id_is_there_once() {
    let html = html();
    let document = Html::parse_document(&html);
    let all = |selector: &str, name: &str| -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        document.select(&selector).map(|e| e.value().attr(name).unwrap().to_owned()).collect()
    };
    let mut ids = all("[id]", "id");
    let links = all("a[href^='#']", "href");
    assert!(links.len() > 8, "{links:?}");
    for link in links {
        assert!(ids.contains(&link[1..].to_owned()), "{link}");
    }
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn the_anchor_of_a_code_is_the_code_and_further_ones_are_numbered() {
    static FIRST: Entry = Entry::new(404, "GONE").with_facts(&[Fact::Shared]);
    static SECOND: Entry = Entry::new(410, "GONE").with_facts(&[Fact::Shared]);
    static NUMBERED: Entry = Entry::new(404, "GONE-2");
    static ODD: Entry = Entry::new(500, "100% \"<of>\"/é");
    static ITEMS: [CatalogItem; 4] = [
        CatalogItem::Entry(&FIRST),
        CatalogItem::Entry(&SECOND),
        CatalogItem::Entry(&NUMBERED),
        CatalogItem::Entry(&ODD),
    ];
    static ODD_ONES: Catalog = Catalog::new("", &ITEMS);
    static SHARED: Book = Book::new("", &[&ODD_ONES]);
    let html = HtmlPage::new().html(&SHARED);
    assert!(texts(&html, "nav a").contains(&"500 100% \"<of>\"/é".to_owned()), "{html}");
    assert_eq!(ids(&html), ["GONE", "GONE-3", "GONE-2", "100%-\"<of>\"/é"]);
    assert!(html.contains("<a href=\"#100%25-%22%3Cof%3E%22/%C3%A9\">"), "{html}");
}

#[test]
fn the_policy_is_the_same_in_the_page_and_for_the_header() {
    let page = HtmlPage::new().style("a { color: red }");
    let policy = page.content_security_policy();
    assert!(page.html(&BOOK).contains(&format!("content=\"{policy}\"")), "{policy}");
    assert_ne!(policy, HtmlPage::new().content_security_policy());
}

#[test]
fn the_language_decides_the_direction() {
    let begin = |language: &str| {
        let html = HtmlPage::new().language(language).html(&BOOK);
        html.lines().nth(1).unwrap().to_owned()
    };
    assert_eq!(begin("de-AT"), "<html lang=\"de-AT\">");
    assert_eq!(begin("he"), "<html lang=\"he\" dir=\"rtl\">");
}

#[test]
fn what_surrounds_the_errors_is_small() {
    static NONE: Book = Book::new("Parcel API", &[]);
    let size = HtmlPage::new().html(&NONE).len();
    assert!(size <= 12 * 1024, "an empty page has {size} bytes");
}

#[test]
fn a_page_of_html_is_not_one_of_another_format() {
    let error = HtmlPage::new().render(Format::Markdown, &BOOK).unwrap_err();
    assert_eq!(error.to_string(), "a page of HTML cannot be written as Markdown");
    let folder = tempfile::tempdir().unwrap();
    let docs = Docs::new(&BOOK, folder.path()).file("errors.html", HtmlPage::new());
    assert_eq!(docs.write().unwrap(), ["errors.html"]);
    docs.check();
}

#[test]
fn headings_of_doc_comments_are_markdown() {
    /// # When `limit` is *0*
    /// Ask for more.
    /// # 1. <b>
    /// # It's "so"
    #[derive(Debug, ApiError)]
    #[api(display, status = 400, code = "LIMIT")]
    struct Limit;
    static LIMIT: Book = Book::new("Limit", &[Limit::CATALOG]);
    assert_eq!(Limit.to_string(), "Bad Request");
    let html = HtmlPage::new().html(&LIMIT);
    assert!(
        html.contains("<h4>When <code>limit</code> is <em>0</em></h4>\n<p>Ask for more.</p>\n"),
        "{html}"
    );
    assert_eq!(texts(&html, "h4"), ["When limit is 0", "1. <b>", "It's \"so\""]);
}

/// The lock may name a code that no error on the page has.
#[test]
fn a_replacement_that_is_not_on_the_page_is_no_link() {
    let text =
        format!("{}\n[retired.OLD]\nretired = '2.0'\nreplaced-by = 'LOST'\nstatus = 409\n", Lock::of(&BOOK));
    let lock = Lock::parse(text.replace("'LOST'", "'HIDDEN'")).unwrap();
    let html = |lock: &Lock| {
        HtmlPage::new().render_with(&RenderContext::new(Format::Html, &BOOK).with_lock(lock)).unwrap()
    };
    assert!(html(&lock).contains("<p>Replaced by <code>HIDDEN</code>.</p>"));
    assert!(html(&Lock::parse(text).unwrap()).contains("Replaced by <a href=\"#LOST\">"));
}

/// A reply may have a status of another class than the one that is declared first.
#[test]
fn the_filters_have_the_classes_of_all_statuses() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 503, code = "BUSY", also(429))]
    struct Busy {
        #[api(status)]
        status: u16,
    }
    static BUSY: Book = Book::new("Busy", &[Busy::CATALOG]);
    assert_eq!(Busy { status: 429 }.status(), 429);
    let html = HtmlPage::new().html(&BUSY);
    assert!(html.contains("value=\"4xx\"") && html.contains("value=\"5xx\""), "{html}");
}
