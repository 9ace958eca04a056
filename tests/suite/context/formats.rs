//! The format that a client asks for.

use errbook::{Body, Formats, body};

static TEXT: Body = Body::text("{message}");
static FORMATS: Formats = Formats::new(&body::NESTED, &[&body::PROBLEM, &TEXT]);

#[track_caller]
fn check(accept: &[&'static str], expected: &Body) {
    assert_eq!(FORMATS.choose(accept.iter().copied()).content_type(), expected.content_type(), "{accept:?}");
}

#[test]
fn of_the_highest_weight() {
    check(&["application/problem+json"], &body::PROBLEM);
    check(&["APPLICATION/PROBLEM+JSON"], &body::PROBLEM);
    check(&["application/problem+json, application/json;q=0.9"], &body::PROBLEM);
    check(&["application/problem+json;q=0.5, application/json;q=0.501"], &body::NESTED);
    check(&["application/json;q=0.1", "text/plain; q=0.2"], &TEXT);
    check(&["application/problem+json; charset=utf-8"], &body::PROBLEM);
    check(&["application/problem+json;Charset=\"UTF-8\";q=0.5, text/*;q=0.4"], &body::PROBLEM);
    check(&["text/*"], &TEXT);
    check(&["text/plain;charset=utf-8"], &TEXT);
    check(&["text/plain;charset=\"UTF-8\""], &TEXT);
}

#[test]
fn the_usual_one_if_several_are_wanted_alike() {
    check(&[], &body::NESTED);
    check(&["*/*"], &body::NESTED);
    check(&["application/*"], &body::NESTED);
    check(&["application/problem+json, application/json"], &body::NESTED);
    check(&["text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"], &body::NESTED);
}

#[test]
fn the_most_specific_range_counts() {
    check(&["*/*, application/json;q=0.1"], &body::PROBLEM);
    check(&["application/json;q=0, application/*"], &body::PROBLEM);
    check(&["application/*;q=0, */*"], &TEXT);
    check(&["application/json;q=0, application/problem+json;q=0.0, text/*;q=0.000, */*;q=1"], &body::NESTED);
}

#[test]
fn never_none() {
    check(&["image/png"], &body::NESTED);
    check(&["application/json;q=0"], &body::NESTED);
    check(&["*/*;q=0"], &body::NESTED);
    check(&["application/problem+json;version=2"], &body::NESTED);
    check(&["application/problem+json;charset=utf-16"], &body::NESTED);
}

#[test]
fn malformed_ranges_are_ignored() {
    check(&["", " , ,;", "application", "/", "a/", "/b", "text/plain;q=2"], &body::NESTED);
    check(&["text/plain;q=1.001, text/plain;q=x, text/plain;q=0.1234, text/plain;q="], &body::NESTED);
    check(&["image/x;a=\"b,text/plain;q=1\", application/problem+json"], &body::PROBLEM);
    check(&["image/x;a=\"\\\",text/plain\", application/problem+json"], &body::PROBLEM);
    check(&["é, application/problem+json"], &body::PROBLEM);
}

#[test]
fn are_not_compared_if_there_is_one() {
    static ONE: Formats = Formats::new(&body::PROBLEM, &[]);
    assert_eq!(ONE.choose(["application/json"]), &body::PROBLEM);
}
