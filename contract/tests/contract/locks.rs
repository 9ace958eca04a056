//! Changes that only a lock has: the name of the API, and endpoints.

use errbook::Book;
use errbook_contract::{Change, Diff, Level, Levels, Lock, Rule};

use crate::books::ORDERS;

static OTHER: Book = Book::new("Shop API", &[]);
static EMPTY: Book = Book::new("Orders API", &[]);

fn rules(old: &Lock, new: &Lock) -> Vec<Rule> {
    Diff::between(old, new).iter().map(Change::rule).collect()
}

#[test]
fn the_name_of_the_api() {
    assert_eq!(rules(&Lock::of(&EMPTY), &Lock::of(&OTHER)), [Rule::BookRenamed]);
}

#[test]
fn endpoints_and_their_errors() {
    let lock = |codes: &[&str]| Lock::of(&ORDERS).with_endpoint("GET /orders", codes.iter().copied());
    let none = Lock::of(&ORDERS);
    assert_eq!(rules(&none, &lock(&["INVALID"])), [Rule::EndpointAdded]);
    assert_eq!(rules(&lock(&["INVALID"]), &none), [Rule::EndpointRemoved]);
    assert_eq!(rules(&lock(&["INVALID"]), &lock(&["INVALID", "DENIED"])), [Rule::EndpointErrorAdded]);
    assert_eq!(rules(&lock(&["INVALID", "DENIED"]), &lock(&["INVALID"])), [Rule::EndpointErrorRemoved]);
    assert_eq!(Lock::parse(lock(&["INVALID"]).to_string()).unwrap(), lock(&["INVALID"]));
}

#[test]
fn levels_of_a_project() {
    let levels =
        Levels::new().with(Rule::BookRenamed, Level::Breaking).with(Rule::CodeReused, Level::Notable);
    let diff = Diff::between(&Lock::of(&EMPTY), &Lock::of(&OTHER));
    assert_eq!(diff.level(), Some(Level::Compatible));
    assert_eq!(diff.with_levels(&levels).level(), Some(Level::Breaking));
    assert_eq!(levels.of(Rule::CodeReused), Level::Breaking);
}
