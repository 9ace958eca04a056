//! `body` on a variant: the format of one error, whatever types name for theirs.

use errbook::{ApiError, Body, Book, Entry, Fact, Reply, body};

static RAW: Body = errbook::body!({ "raw": code });
const TEXT: Body = errbook::body!(["{code}"]);

#[derive(Debug, ApiError)]
#[api(display, body = body::PROBLEM, status = 404, rename_all = "PascalCase")]
enum Outer {
    Usual,
    #[api(body = RAW)]
    Raw {
        #[api(detail)]
        id: u8,
    },
    #[api(transparent)]
    Inner(Inner),
    #[api(transparent)]
    HandWritten(HandWritten),
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, rename_all = "PascalCase")]
enum Inner {
    Silent,
    #[api(body = TEXT, message = "no {0}", number = 1)]
    Text(#[api(detail = "what")] u8),
    #[api(body = body::JSON_RPC, number = 2)]
    Numbered,
}

#[derive(Debug)]
struct HandWritten;

static ENTRY: Entry =
    Entry::new(410, "HandWritten").with_type("variant::HandWritten", "").with_facts(&[Fact::Body(&RAW)]);

impl std::fmt::Display for HandWritten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("gone")
    }
}

impl std::error::Error for HandWritten {}

impl ApiError for HandWritten {
    fn entry(&self) -> &'static Entry {
        &ENTRY
    }
}

static CATALOG: errbook::Catalog =
    errbook::Catalog::new("HandWritten", &[errbook::CatalogItem::Entry(&ENTRY)]);

impl errbook::HasCatalog for HandWritten {
    const CATALOG: &'static errbook::Catalog = &CATALOG;
}

static BOOK: Book = Book::new("Variants", &[Outer::CATALOG]);

fn all() -> Vec<(Box<dyn ApiError>, &'static str)> {
    vec![
        (Box::new(Outer::Raw { id: 1 }), r#"{"raw":"Raw"}"#),
        (Box::new(Inner::Text(1)), r#"["Text"]"#),
        (Box::new(Outer::Inner(Inner::Text(1))), r#"["Text"]"#),
        (Box::new(Outer::HandWritten(HandWritten)), r#"{"raw":"HandWritten"}"#),
        (Box::new(Inner::Silent), r#"{"code":"Silent","message":"Not Found"}"#),
        (
            Box::new(Outer::Inner(Inner::Silent)),
            r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"Not Found","code":"Silent"}"#,
        ),
        (
            Box::new(Outer::Usual),
            r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"Not Found","code":"Usual"}"#,
        ),
    ]
}

#[test]
fn wins_over_the_formats_of_types() {
    for (error, expected) in all() {
        // The second time, it is compiled.
        for _ in 0..2 {
            assert_eq!(Reply::new(&*error).to_string(), expected);
        }
        assert_eq!(serde_json::to_string(&Reply::new(&*error)).unwrap(), expected);
        assert_eq!(
            Reply::new(&*error).default_body(&body::MESSAGE).body(&TEXT).to_string().len(),
            error.code().len() + 4
        );
    }
}

#[test]
fn is_what_the_book_and_the_error_say() {
    let entry = |code| BOOK.by_code(code).next().unwrap();
    assert_eq!(BOOK.body_of(entry("Raw")), Some(&RAW));
    assert_eq!(BOOK.body_of(entry("Text")), Some(&TEXT));
    assert_eq!(BOOK.body_of(entry("HandWritten")), Some(&RAW));
    assert_eq!(BOOK.body_of(entry("Silent")), Some(&body::PROBLEM));
    assert_eq!(Outer::Raw { id: 1 }.body(), Some(&RAW));
    assert_eq!(Outer::Usual.body(), Some(&body::PROBLEM));
    assert_eq!((Inner::Text(1).body(), Inner::Silent.body()), (Some(&TEXT), None));
    assert_eq!((entry("Text").body(), entry("Silent").body()), (Some(&TEXT), None));
}

#[derive(Debug, ApiError)]
#[api(display, body = body::MESSAGE)]
struct OfKind {
    #[api(kind)]
    kind: Inner,
}

#[derive(Debug, ApiError)]
#[api(display, body = body::MESSAGE)]
enum OfKinds {
    #[api(kind = Inner::Numbered)]
    Numbered {
        #[api(detail)]
        id: u8,
    },
    #[api(kind = Outer::Usual)]
    Usual,
}

static KINDS: Book = Book::new("Kinds", &[OfKind::CATALOG, OfKinds::CATALOG]);

/// A kind has it with its entry; what its type names is not part of that.
#[test]
fn comes_with_a_kind() {
    let all: [(Box<dyn ApiError>, &str); 4] = [
        (Box::new(OfKind { kind: Inner::Text(1) }), r#"["Text"]"#),
        (Box::new(OfKind { kind: Inner::Silent }), r#"{"error":"Not Found"}"#),
        (
            Box::new(OfKinds::Numbered { id: 1 }),
            r#"{"jsonrpc":"2.0","error":{"code":2,"message":"Not Found","data":{"id":1}},"id":null}"#,
        ),
        (Box::new(OfKinds::Usual), r#"{"error":"Not Found"}"#),
    ];
    for (error, expected) in &all {
        for _ in 0..2 {
            assert_eq!(Reply::new(&**error).to_string(), *expected);
        }
        let documented = KINDS.body_of(error.entry()).unwrap();
        assert_eq!(Reply::new(&**error).body(documented).to_string(), *expected);
    }
}

/// What the format of the type requires is not required of an error with a format of its own.
#[derive(Debug, ApiError)]
#[api(display, body = body::JSON_RPC, status = 400, rename_all = "PascalCase")]
enum Rpc {
    #[api(number = 1)]
    Numbered,
    #[api(body = RAW)]
    Raw,
}

#[test]
fn has_requirements_of_its_own() {
    assert_eq!(Reply::new(&Rpc::Raw).to_string(), r#"{"raw":"Raw"}"#);
    assert!(Reply::new(&Rpc::Numbered).to_string().starts_with(r#"{"jsonrpc":"#));
    assert!(Reply::new(&Inner::Numbered).to_string().starts_with(r#"{"jsonrpc":"#));
}
