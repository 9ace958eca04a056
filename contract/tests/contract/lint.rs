//! Each lint, by what it finds, and where it finds nothing.

use errbook::{ApiError, Book, Entry};
use errbook_contract::{Accept, Config, LINTS, Lock, Update};

#[derive(Debug, ApiError)]
#[api(display)]
enum Clean {
    /// There is no such order. See [the other](#PAID).
    ///
    /// # Solution
    /// Look at the list.
    #[api(status = 404, code = "NO_ORDER", docs_url = "https://example.com/errors/no-order.html")]
    NoOrder,
    /// The order is paid.
    #[api(status = 401, code = "PAID", header("WWW-Authenticate" = "Bearer"), message = "order is paid")]
    Paid,
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Messy {
    #[api(status = 404, code = "NO_ORDER", title = "There is no such order!", docs_url = "/errors#PAID")]
    NoOrder,
    /// See [this](#NOTHING).
    #[api(status = 409, code = "PAID", message = "conflict.")]
    Paid,
    /// A very long title.
    #[api(status = 410, code = "GONE")]
    #[api(title = "This title has many more words than anybody wants to read in a table of errors")]
    Gone,
}

static CLEAN: Book = Book::new("Orders API", &[Clean::CATALOG]);
static MESSY: Book = Book::new("Orders API", &[Messy::CATALOG]);

fn found(lock: &Lock, config: &str) -> Vec<String> {
    lock.lint(&Config::parse(config).unwrap()).iter().map(ToString::to_string).collect()
}

#[test]
fn nothing_is_found_in_good_prose() {
    assert_eq!(found(&Lock::of(&CLEAN), ""), [""; 0]);
}

#[test]
fn prose_and_addresses() {
    assert_eq!(
        found(&Lock::of(&MESSY), "lint.sections = ['Solution']\nlint.section-missing = false"),
        [
            "GONE: expected a title of at most 60 characters, found 78 (title-long)",
            "NO_ORDER: expected a description (no-description)",
            "NO_ORDER: expected a title without `!` at its end (title-stop)",
            "NO_ORDER: `docs_url` leads to `PAID`: `/errors#PAID` (docs-url-drift)",
            "PAID: unknown code `NOTHING` in the link `#NOTHING` (link-dead)",
            "PAID: the message is the title: remove it, or say what happened (message-is-title)",
        ]
    );
}

#[test]
fn sections_and_lengths_of_the_project() {
    let found = found(&Lock::of(&CLEAN), "[lint]\nsections = ['Solution']\ntitle-length = 10");
    assert_eq!(
        found,
        [
            "PAID: expected a title of at most 10 characters, found 12 (title-long)",
            "PAID: missing section `Solution` (section-missing)",
        ]
    );
}

#[test]
fn statuses_and_their_headers() {
    // The derive refuses these, so they are hand-written.
    static TEAPOT: Entry = Entry::new(418, "TEAPOT").with_docs("No coffee.");
    static LOGIN: Entry = Entry::new(401, "LOGIN").with_docs("Log in.");
    static CATALOG: errbook::Catalog = errbook::Catalog::new(
        "Kitchen",
        &[errbook::CatalogItem::Entry(&TEAPOT), errbook::CatalogItem::Entry(&LOGIN)],
    );
    static BOOK: Book = Book::new("Kitchen API", &[&CATALOG]);
    assert_eq!(
        found(&Lock::of(&BOOK), ""),
        [
            "LOGIN: missing header `WWW-Authenticate`, which status 401 requires (required-header-missing)",
            "TEAPOT: status 418 is not registered (status-unregistered)",
        ]
    );
}

#[test]
fn retired_codes() {
    #[derive(Debug, ApiError)]
    #[api(display)]
    enum Other {
        /// There is no such order.
        #[api(status = 409, code = "no-order")]
        Other,
        /// The order is paid.
        #[api(status = 401, code = "PAID", header("WWW-Authenticate" = "Bearer"), message = "order is paid")]
        Paid,
    }
    static OTHER: Book = Book::new("Orders API", &[Other::CATALOG]);
    let old = Lock::of(&CLEAN).to_string();
    let lock = Update::new(Some(old.as_bytes()), &OTHER).unwrap().lock(&Accept::All).unwrap();
    assert_eq!(
        found(&lock, ""),
        [
            "no-order: a retired code differs only in its spelling (code-looks-like-retired)",
            "NO_ORDER: expected `why = \"…\"` or `replaced-by = \"…\"` (why-missing)",
        ]
    );
}

#[test]
fn each_lint_can_be_switched_off() {
    for lint in LINTS {
        let config = Config::parse(format!("lint.{lint} = false")).unwrap();
        assert!(!config.is_on(*lint) && Config::default().is_on(*lint));
        assert!(Lock::of(&MESSY).lint(&config).iter().all(|finding| finding.lint() != *lint));
        assert!(lint.reason().ends_with('.'));
    }
}

#[test]
fn mistakes_in_the_settings_have_their_place() {
    for (text, expected) in [
        ("lint = 1", "1:8: expected a table"),
        ("[lints]", "1:2: unknown key `lints`, did you mean `lint`?"),
        ("[lint]\ntitle-stop = 1", "2:14: expected `true` or `false`"),
        ("[lint]\ntitle-stopp = true", "2:1: unknown lint `title-stopp`, did you mean `title-stop`?"),
        ("[lint]\nsections = ['a', 1]", "2:12: expected a list of headings"),
        ("[lint]\ntitle-length = -1", "2:16: expected a number of characters"),
        ("[rules]\ntitle-changed = 'worse'", "2:17: expected `breaking`, `notable` or `compatible`"),
        ("[rules]\ncode-reused = 'notable'", "2:1: `code-reused` is always breaking"),
        ("[rules", "1:7: "),
    ] {
        let found = Config::parse(text).unwrap_err().to_string();
        assert!(found.starts_with(expected), "{text}\n  {found}");
    }
}

#[test]
fn links_to_errors() {
    #[derive(Debug, ApiError)]
    #[api(display, docs_url = "https://example.com/errors#{code | slug}")]
    enum Linked {
        /// See [a](#PAID), [b](#how-to-pay), [c](https://example.com/errors#paid), [d](https://example.com/errors#PAID),
        /// [e](https://example.com/other#top), [f](https://example.com/errors) and [g](https://example.com/errors#piad "title").
        ///
        /// # How to pay
        /// See [h] and [i](#nothing).
        ///
        /// [h]: #PIAD
        #[api(status = 404, code = "UNPAID")]
        Unpaid,
        /// The order is paid.
        #[api(status = 409, code = "PAID")]
        Paid,
    }
    static LINKED: Book = Book::new("Orders API", &[Linked::CATALOG]);
    assert_eq!(
        found(&Lock::of(&LINKED), ""),
        [
            "UNPAID: no error has the address `https://example.com/errors#piad` (link-dead)",
            "UNPAID: unknown code `nothing` in the link `#nothing` (link-dead)",
            "UNPAID: unknown code `PIAD` in the link `#PIAD` (link-dead)",
        ]
    );
}
