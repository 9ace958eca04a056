//! The text of a lock, as people read it.

use errbook::{ApiError, Book, Catalog, CatalogItem, Detail, Entry, Fact};
use errbook_contract::Lock;

use crate::books::{FORMATS, KINDS, ORDERS};

fn lines_of(lock: &str, table: &str) -> String {
    let start = lock.find(table).unwrap_or_else(|| panic!("no {table} in\n{lock}"));
    let rest = &lock[start..];
    rest.split("\n\n[").next().unwrap().trim_end().to_owned()
}

#[test]
fn an_error_with_many_facts() {
    let lock = Lock::of(&ORDERS).to_string();
    assert_eq!(
        lines_of(&lock, "[error.INVALID]"),
        r#"[error.INVALID]
status = 400
also = [413, 422]
number = -32602
title = "Bad Request"
message = '`{param}` is "wrong"'
retryable = false
body = "flat"
detail.param = "string"
detail.limit = "integer?"
detail.price = "Cents"
docs-url = "https://example.com/errors#INVALID"
meta.domain = "shop.example.com"
rust = "OrderError::Invalid"
description = '''
A parameter is *wrong*.

Compare it with the reference.'''
section.Solution = "Send it again."
section.Cause = 'An old client: `v1 = "x"`.'
about.param = "The name of the parameter."
example.param = '"limit"'"#
    );
}

#[test]
fn headers_and_constants() {
    let lock = Lock::of(&ORDERS).to_string();
    let limited = lines_of(&lock, "[error.LIMITED]");
    assert!(limited.contains("header.X-Plan = \"{{free}}\"\n"), "{limited}");
    assert!(limited.contains("header.Link = '''\n<a>; rel=next\n<b>; rel=prev'''\n"), "{limited}");
    assert!(limited.contains("header.Retry-After = true\n"), "{limited}");
    assert!(
        limited.contains("deprecated = \"use `INVALID`\"\ndeprecated-since = \"1.3.0\"\nsince = \"1.2.0\"\n")
    );
    let denied = lines_of(&lock, "[error.DENIED]");
    assert!(
        denied.contains("detail.live = \"boolean = false\"\ndetail.plan = 'string = \"free\"'\n"),
        "{denied}"
    );
    assert!(denied.contains("header.WWW-Authenticate = 'Bearer scope=\"{scope}\"'\n"), "{denied}");
}

#[test]
fn shared_code_has_a_table_for_each_error() {
    let lock = Lock::of(&ORDERS).to_string();
    assert_eq!(lock.matches("\n[[error.LOCKED]]\nstatus = 409\nnumber = 7\n").count(), 2);
    assert!(lock.contains("\n[error.\"a.b/c\"]\n"));
}

#[test]
fn errors_with_one_kind_are_one_entry() {
    let lock = Lock::of(&KINDS).to_string();
    let error = lines_of(&lock, "[error.NOT_FOUND]");
    assert!(error.contains("message = '''\nno order {id}\nno invoice'''\n"), "{error}");
    assert!(error.contains("detail.id = \"integer?\"\n"), "{error}");
}

#[test]
fn an_error_may_have_any_status_where_its_kind_has_one() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 404, code = "Missing")]
    struct Missing;

    #[derive(Debug, ApiError)]
    #[api(display)]
    enum Upstream {
        #[api(kind = Missing)]
        Lost,
        Answered(#[api(kind)] Missing, #[api(status)] u16),
    }

    static BOOK: Book = Book::new("API", &[Missing::CATALOG, Upstream::CATALOG]);
    let lock = Lock::of(&BOOK);
    assert_eq!(lock.by_code("Missing")[0].statuses(), None);
    assert!(lock.to_string().contains("also = \"any\"\n"));
}

#[test]
fn a_line_for_each_member() {
    let flat = Lock::of(FORMATS[0]).to_string();
    assert_eq!(
        lines_of(&flat, "[body.flat]"),
        r#"[body.flat]
content-type = "application/json"
code = "{code}"
message = "{message}"
trace_id = "{trace_id}?"
violations = "{array}?"
"violations[].pointer" = "{violation.pointer}?"
"violations[].parameter" = "{violation.parameter}?"
"violations[].header" = "{violation.header}?"
"violations[].code" = "{violation.code}?"
"violations[].message" = "{violation.message}"
"violations[].details" = "{violation.details}?"
details = "{details}?""#
    );
}

#[test]
fn unusual_members() {
    let strange = FORMATS.iter().find(|book| book.name() == "strange").unwrap();
    let lock = Lock::of(strange).to_string();
    assert_eq!(
        lines_of(&lock, "[body.failure]"),
        r#"[body.failure]
content-type = "application/json"
'["content-type"]' = "odd"
'["text"]' = "{= null}"
'["a.b"][0]' = 1
'["a.b"][1]' = -2
'["a.b"][2]' = 3.5
'["a.b"][3]' = "{= 18446744073709551615}"
'["a.b"][4]' = '{= "{"}'
'["a.b"][5]' = true
'["a.b"][6]' = "{object}"
'["a.b"][7]' = "{array}"
'[""]["\"$[]"]' = '"{code}?"'
'[""].?' = "{code}"
limit = "{details.limit}?"
"meta.domain" = "{meta.domain}"
"meta.who" = "{extra.who}?"
"details..details" = true
answer = '"{status} {{now}}"'"#
    );
}

/// HTML comments of hand-written documentation are private notes.
#[test]
fn no_comments() {
    static FACTS: [Fact; 2] = [
        Fact::Detail(Detail::new("at", "u32", "Where. <!-- private -->")),
        Fact::Detail(Detail::new("by", "u32", "<!-- private -->")),
    ];
    static ENTRY: Entry = Entry::new(503, "BEHIND").with_facts(&FACTS).with_docs(
        "The store <!-- private -->is behind: `<!-- code -->`.\n\n<!--\nprivate\n\nprivate\n-->\n\nWait.\n\n\
         # Cause\n\n<!-- private -->\n\n# Solution\n<!-- private -->\n> <!-- private\n> private -->\n> Ask.\n\n<!-- private",
    );
    static CATALOG: Catalog = Catalog::new("E", &[CatalogItem::Entry(&ENTRY)]);
    static BOOK: Book = Book::new("Notes", &[&CATALOG]);
    let lock = Lock::of(&BOOK).to_string();
    assert!(!lock.contains("private"), "{lock}");
    assert_eq!(
        lines_of(&lock, "description ="),
        "description = '''\nThe store is behind: `<!-- code -->`.\n\nWait.'''\n\
         section.Solution = '''\n> \n> Ask.'''\nabout.at = \"Where.\""
    );
}
