//! A book of hostile texts, and one of ten thousand errors. Both are leaked: a book is a `static` elsewhere.

use errbook::{Book, Catalog, CatalogItem, Deprecation, Detail, Entry, Fact, Header};

/// The errors of the large book.
pub const COUNT: usize = 10_000;

/// Texts that are markup, code or directions for something, in every place of the page.
const HOSTILE: [&str; 8] = [
    "<script>document.title = 'run'</script>",
    "</style></script><img src=x onerror=\"document.title = 'run'\">",
    "]]> --> <!-- \" ' ` | & &amp; &#60;",
    "\u{202e}backwards\u{202c} \u{2066}isolated",
    "<a href=\"javascript:document.title = 'run'\">x</a>",
    "{{ code }} {% raw %} ${x} \\u003c",
    "a very long word: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "漢字 ערבית é 👩‍👩‍👧 \u{0}\u{1b}[31m",
];

/// Codes that need care in an address or in an id.
const CODES: [&str; 8] = [
    "auth.token/expired",
    "100%",
    "quota%2Fused",
    "<b>\"'&",
    "errbook:errors",
    "ORDER_NOT_FOUND_IN_THE_ARCHIVE_OF_THE_YEAR_BEFORE_THE_LAST_ONE_THAT_WAS_KEPT",
    "größe.ungültig",
    "constructor",
];

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn text(text: String) -> &'static str {
    text.leak()
}

/// Errors with hostile texts everywhere, a code of two statuses, a deprecated error, several types.
pub fn small() -> &'static Book {
    let hostile = CODES.iter().zip(HOSTILE).enumerate().map(|(at, (code, says))| {
        let facts = vec![
            Fact::Title(says),
            Fact::Number(1000 + i64::try_from(at).unwrap_or_default()),
            Fact::Since(says),
            Fact::Detail(Detail::new("limit", "u32", says)),
            Fact::Detail(Detail::new(says, says, says)),
            Fact::Header(Header::dynamic("Retry-After")),
            Fact::Header(Header::filled("X-Text", says)),
            Fact::DocsUrl("javascript:document.title='run'"),
            Fact::Deprecated(Deprecation::new(Some(says), Some(says))),
        ];
        let docs = format!("{says}\n\n{MARKDOWN}\n\n# {says}\n{says}\n\n### Deeper\n\n{MARKDOWN}");
        let entry = Entry::new(if at % 2 == 0 { 409 } else { 503 }, code)
            .with_type("shop::HostileError", "Hostile")
            .with_message(says)
            .with_docs(text(docs))
            .with_facts(facts.leak());
        CatalogItem::Entry(leak(entry))
    });
    let plain = [(404, "GONE"), (410, "GONE"), (404, "GONE-2")].map(|(status, code)| {
        let entry = Entry::new(status, code).with_type("shop::GoneError", "Gone").with_facts(&[Fact::Shared]);
        CatalogItem::Entry(leak(entry))
    });
    let hostile = Catalog::new("HostileError", hostile.collect::<Vec<_>>().leak()).with_docs(HOSTILE[0]);
    let plain = Catalog::new("GoneError", plain.to_vec().leak());
    leak(Book::new("Shop <API>", vec![leak(hostile) as &Catalog, leak(plain)].leak()))
}

/// Markdown with every kind of block.
const MARKDOWN: &str = "A [link](https://example.com/a?b=c&d) and `code`, ![image](https://example.com/i.png), [x](javascript:alert(1)).\n\n\
    - one\n- two\n  1. inner\n\n| a | b |\n| --- | --- |\n| `c` | d |\n\n```json\n{ \"a\": [1, true] }\n```\n\n> quoted[^1]\n\n- [x] done\n\n[^1]: Noted.\n";

const SUBJECTS: [&str; 10] = [
    "ORDER", "INVOICE", "PAYMENT", "CUSTOMER", "REFUND", "SHIPMENT", "COUPON", "WEBHOOK", "REPORT", "SESSION",
];
const FAULTS: [&str; 10] = [
    "NOT_FOUND",
    "EXPIRED",
    "LOCKED",
    "TOO_LARGE",
    "MISSING_FIELD",
    "DECLINED",
    "ARCHIVED",
    "OUT_OF_RANGE",
    "RATE_LIMITED",
    "UNAVAILABLE",
];
const STATUSES: [u16; 10] = [404, 410, 409, 413, 422, 402, 410, 400, 429, 503];

/// Ten thousand errors of ten types, as long as usual ones.
pub fn many() -> &'static Book {
    let catalogs = SUBJECTS.iter().enumerate().map(|(place, subject)| {
        let name = text(format!("{}{}Error", &subject[..1], subject[1..].to_lowercase()));
        let path = text(format!("shop::{name}"));
        let items = (0..COUNT / SUBJECTS.len()).map(|number| {
            let fault = FAULTS[number % FAULTS.len()];
            let (subject, says) = (subject.to_lowercase(), fault.to_lowercase().replace('_', " "));
            let docs = format!(
                "The {subject} is {says}: the request of line {number} needs another one.\n\n# Solution\n\
                 Send it again with the {subject} of the account, or read the state of line {number} first."
            );
            let detail = Detail::new("line", "u32", text(format!("The line of the {subject}.")));
            let facts = vec![
                Fact::Number(i64::try_from(place * 1000 + number).unwrap_or_default()),
                Fact::Detail(detail),
            ];
            let entry = Entry::new(
                STATUSES[number % STATUSES.len()],
                text(format!("{}_{fault}_{number}", subject.to_uppercase())),
            )
            .with_type(path, "Line")
            .with_message(text(format!("the {subject} is {says}")))
            .with_docs(text(docs))
            .with_facts(facts.leak());
            CatalogItem::Entry(leak(entry))
        });
        leak(Catalog::new(name, items.collect::<Vec<_>>().leak())) as &Catalog
    });
    leak(Book::new("Warehouse API", catalogs.collect::<Vec<_>>().leak()))
}
