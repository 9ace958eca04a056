//! Each rule, by two real types: the exact set of changes, and that of the change back.

use std::collections::BTreeSet;

use errbook::Book;
use errbook_contract::{Diff, Lock, RULES, Rule};

fn ids(old: &Book, new: &Book) -> Vec<&'static str> {
    let diff = Diff::between(&Lock::of(old), &Lock::of(new));
    let ids: BTreeSet<&str> = diff.iter().map(|change| change.rule().id()).collect();
    ids.into_iter().collect()
}

fn check(old: &Book, new: &Book, expected: &[&'static str]) {
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(ids(old, new), expected);
    let mut mirrored: Vec<&str> = expected
        .iter()
        .map(|id| Rule::of_id(id).unwrap().mirror().unwrap_or_else(|| panic!("{id} has no mirror")).id())
        .collect();
    mirrored.sort_unstable();
    assert_eq!(ids(new, old), mirrored, "mirrored");
    assert!(ids(old, old).is_empty() && ids(new, new).is_empty());
    // What is read from a file is compared as what is made of a book.
    let read = |book| Lock::parse(Lock::of(book).to_string()).unwrap();
    assert_eq!(Diff::between(&read(old), &read(new)), Diff::between(&Lock::of(old), &Lock::of(new)));
}

macro_rules! cases {
    ($($name:ident [$($id:literal),*] { $($old:tt)* } { $($new:tt)* })*) => {
        const CASES: &[&[&str]] = &[$(&[$($id),*]),*];

        $(mod $name {
            use errbook::Book;

            mod old {
                #[allow(unused_imports)]
                use errbook::{ApiError, body, Violation};
                $($old)*
            }

            mod new {
                #[allow(unused_imports)]
                use errbook::{ApiError, body, Violation};
                $($new)*
            }

            static OLD: Book = Book::new("Orders API", &[old::E::CATALOG]);
            static NEW: Book = Book::new("Orders API", &[new::E::CATALOG]);

            #[test]
            fn rules() {
                super::check(&OLD, &NEW, &[$($id),*]);
            }
        })*
    };
}

cases! {
    code_removed ["code-removed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A, B } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A } }
    code_renamed_by_variant ["code-renamed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(code = "OLD")] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(code = "NEW")] A } }
    code_renamed_by_number ["code-renamed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(number = 7)] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(number = 7)] B } }
    sharer_added ["sharer-added"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, shared)] pub enum E { #[api(code = "X")] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, shared)] pub enum E { #[api(code = "X")] A, #[api(code = "X")] B } }
    number_changed ["number-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(number = 7)] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(number = 8)] A } }
    number_removed ["number-removed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(number = 7)] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A } }
    status_changed ["status-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE")] pub enum E { #[api(status = 404, title = "T")] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE")] pub enum E { #[api(status = 410, title = "T")] A } }
    status_added ["status-added"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE")] pub enum E { #[api(status = 400, also(413))] A(#[api(status)] u16) } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE")] pub enum E { #[api(status = 400, also(413, 422))] A(#[api(status)] u16) } }
    any_status_added ["status-added"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE")] pub enum E { #[api(status = 400)] A(u16) } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE")] pub enum E { #[api(status = 400)] A(#[api(status)] u16) } }
    retry_withdrawn ["retry-withdrawn"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(retryable)] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A } }
    detail_removed ["detail-removed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: u64 } } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { id: u64 } } }
    detail_renamed ["detail-renamed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: u64 } } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] order: u64 } } }
    detail_type_changed ["detail-type-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: u64 } } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: String } } }
    detail_type_widened ["detail-type-widened"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: u64 } } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: f64 } } }
    detail_integers_are_one_type []
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: u64 } } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: i8 } } }
    detail_rust_type_changed ["detail-rust-type-changed"]
        {
            #[derive(Debug, serde::Serialize)] pub struct Id(u64);
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: Id } }
        }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: u64 } } }
    detail_constant_changed ["detail-constant-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(detail("live" = true))] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(detail("live" = false))] A } }
    detail_became_optional ["detail-became-optional"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: u64 } } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: Option<u64> } } }
    detail_is_omitted_at_times ["detail-became-optional"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] id: Vec<u8> } } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail(skip_if = Vec::is_empty))] id: Vec<u8> } } }
    header_removed ["header-removed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 429)] pub enum E { A { #[api(retry_after)] wait: std::time::Duration } } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 429)] pub enum E { A { wait: std::time::Duration } } }
    header_value_changed ["header-value-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(header("X-Plan" = "free"))] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(header("x-plan" = "paid"))] A } }
    challenge_changed ["challenge-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 401)] pub enum E { #[api(header("WWW-Authenticate" = "Basic"))] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 401)] pub enum E { #[api(header("WWW-Authenticate" = "Bearer"))] A } }
    violations_removed ["violations-removed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 422)] pub enum E { A(#[api(violations)] Vec<Violation>) } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 422)] pub enum E { A(u8) } }
    body_member_removed ["body-member-removed"]
        {
            pub static BODY: errbook::Body = errbook::body!({ "code": code, "trace"?: trace_id });
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A, B }
        }
        {
            pub static BODY: errbook::Body = errbook::body!({ "code": code });
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A, B }
        }
    body_member_moved ["body-member-moved"]
        {
            pub static BODY: errbook::Body = errbook::body!({ "code": code, "error": { "title": title } });
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
        {
            pub static BODY: errbook::Body = errbook::body!({ "error": { "code": code, "title": title } });
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
    body_member_type_changed ["body-member-type-changed"]
        {
            pub static BODY: errbook::Body = errbook::body!({ "code": code, "status": status });
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
        {
            pub static BODY: errbook::Body = errbook::body!({ "code": code, "status": "{status}" });
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
    body_member_became_optional ["body-member-became-optional"]
        {
            pub static BODY: errbook::Body = errbook::body!({ "code": code, "trace": trace_id });
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
        {
            pub static BODY: errbook::Body = errbook::body!({ "code": code, "trace"?: trace_id });
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
    body_constant_changed ["body-constant-changed"]
        {
            pub static BODY: errbook::Body = errbook::body!({ "success": false, "code": code });
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
        {
            pub static BODY: errbook::Body = errbook::body!({ "success": true, "code": code });
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
    body_content_type_changed ["body-content-type-changed"]
        {
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A }
        }
        {
            pub static BODY: errbook::Body = body::FLAT.with_content_type("application/vnd.shop+json");
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
    body_status_changed ["body-status-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A } }
        {
            pub static BODY: errbook::Body = body::FLAT.with_http_status(200);
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
    body_language_changed ["body-language-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A } }
        {
            pub static BODY: errbook::Body = body::FLAT.with_content_language("de");
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
    body_text_changed ["body-text-changed"]
        {
            pub static BODY: errbook::Body = errbook::Body::text("{code}: {message}");
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
        {
            pub static BODY: errbook::Body = errbook::Body::text("{message} ({code})");
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
    body_reordered ["reordered"]
        {
            pub static BODY: errbook::Body = errbook::body!({ "code": code, "title": title });
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
        {
            pub static BODY: errbook::Body = errbook::body!({ "title": title, "code": code });
            #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = BODY)] pub enum E { A }
        }
    type_uri_changed ["type-uri-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = body::PROBLEM, docs_url = "/old")] pub enum E { A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = body::PROBLEM, docs_url = "/new")] pub enum E { A } }
    docs_url_changed ["docs-url-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, docs_url = "/old")] pub enum E { A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, docs_url = "/new")] pub enum E { A } }
    sent_meta_changed ["sent-meta-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = body::GOOGLE, meta(domain = "a"))] pub enum E { A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, body = body::GOOGLE, meta(domain = "b"))] pub enum E { A } }
    meta_changed ["meta-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404, meta(owner = "a"))] pub enum E { A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A } }
    sent_type_name_changed ["sent-type-name-changed"]
        {
            pub static BODY: errbook::Body = errbook::body!({ "code": code, "type": type_name });
            #[derive(Debug, ApiError)] #[api(display, status = 404, body = BODY, code = "X")] pub struct E;
        }
        {
            pub static BODY: errbook::Body = errbook::body!({ "code": code, "type": type_name });
            #[derive(Debug, ApiError)] #[api(display, status = 404, body = BODY, code = "X")] pub struct F;
            pub use F as E;
        }
    rust_renamed ["rust-renamed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(code = "X")] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(code = "X")] B } }
    title_changed ["title-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(title = "Nothing here")] A } }
    message_changed ["message-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(message = "no order")] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(message = "no such order")] A } }
    deprecated ["deprecated"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[deprecated] A } }
    deprecation_changed ["deprecation-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[deprecated(note = "use B")] A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[deprecated(note = "use C")] A } }
    description_changed ["description-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E {
            /// There is no order.
            A
        } }
    section_changed ["section-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E {
            /// # Solution
            /// Wait.
            A
        } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E {
            /// # Solution
            /// Write to us.
            A
        } }
    since_changed ["since-changed"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { #[api(since = "1.1")] A } }
    details_reordered ["reordered"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] a: u8, #[api(detail)] b: u8 } } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A { #[api(detail)] b: u8, #[api(detail)] a: u8 } } }
    variants_reordered []
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { A, B } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE", status = 404)] pub enum E { B, A } }
    several_facts ["status-changed", "title-changed", "retry-granted", "detail-added", "header-added"]
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE")] pub enum E { #[api(status = 404)] A { id: u64 } } }
        { #[derive(Debug, ApiError)] #[api(display, rename_all = "SCREAMING_SNAKE_CASE")] pub enum E { #[api(status = 503, header("Allow" = "GET"))] A { #[api(detail)] id: u64 } } }
}

#[test]
fn every_rule_has_a_case_or_a_test_of_its_own() {
    // Two books cannot have these changes; `update.rs` tests the first five, `locks.rs` the others.
    let own = [
        "code-reused",
        "code-restored",
        "retired-forgotten",
        "hidden",
        "documented",
        "book-renamed",
        "endpoint-added",
        "endpoint-removed",
        "endpoint-error-added",
        "endpoint-error-removed",
    ];
    let mirror = |id: &&'static str| Rule::of_id(id).and_then(Rule::mirror).map(Rule::id);
    let cases = CASES.iter().copied().flatten();
    let tested: BTreeSet<&str> =
        cases.flat_map(|id| std::iter::once(*id).chain(mirror(id))).chain(own).collect();
    let all: BTreeSet<&str> = RULES.iter().map(|rule| rule.id()).collect();
    assert_eq!(tested, all);
}

#[test]
fn mirrors_are_mutual() {
    // Only a lock remembers what is retired, so the change back of these is none of two books.
    let waived = [Rule::CodeReused, Rule::CodeRestored, Rule::RetiredForgotten];
    for rule in RULES {
        match rule.mirror() {
            Some(mirror) => assert_eq!(mirror.mirror(), Some(*rule), "{rule}"),
            None => assert!(waived.contains(rule), "{rule}"),
        }
        assert!(rule.reason().ends_with('.') && !rule.id().contains('_'));
    }
}

#[test]
fn ids_are_unique() {
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id()).collect();
    assert_eq!(ids.len(), RULES.len());
    assert_eq!(Rule::of_id("no-such-rule"), None);
}
