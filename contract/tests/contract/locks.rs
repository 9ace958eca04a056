//! Changes that only a lock has: the name of the API, and endpoints.

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_contract::{Change, Config, Diff, Endpoints, Level, Levels, Lint, Lock, Rule};

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

fn locked(endpoints: Endpoints) -> Lock {
    let lock = Lock::of(&ORDERS).with_endpoints(endpoints);
    assert_eq!(Lock::parse(lock.to_string()).unwrap(), lock);
    lock
}

/// The changes between two sets of endpoints, and that the changes back are their mirrors.
fn changes(old: &Endpoints, new: &Endpoints) -> Vec<String> {
    let (old, new) = (locked(old.clone()), locked(new.clone()));
    let texts = |old: &Lock, new: &Lock, mirrors: bool| -> Vec<String> {
        let rule = |change: &Change| if mirrors { change.rule().mirror().unwrap() } else { change.rule() };
        let mut all: Vec<String> =
            Diff::between(old, new).iter().map(|change| format!("{change} ({})", rule(change))).collect();
        all.sort();
        all
    };
    let rules = texts(&old, &new, false);
    let mirrored: Vec<String> = texts(&new, &old, true)
        .iter()
        .map(|text| text.replace("endpoint removed", "endpoint added"))
        .collect();
    assert_eq!(mirrored, rules);
    rules
}

fn orders(codes: &[&str]) -> Endpoints {
    Endpoints::new().with_endpoint("GET /orders", codes.iter().copied())
}

#[test]
fn endpoints_and_their_errors() {
    let one = orders(&["INVALID"]);
    let added = ["endpoint.GET /orders: endpoint added (endpoint-added)"];
    assert_eq!(changes(&Endpoints::new(), &one), added);
    let added = ["endpoint.GET /orders: DENIED (endpoint-error-added)"];
    assert_eq!(changes(&one, &orders(&["INVALID", "DENIED"])), added);
    assert_eq!(changes(&one, &one), [""; 0]);
    assert_eq!(rules(&locked(one.clone()), &locked(Endpoints::new())), [Rule::EndpointRemoved]);
    assert_eq!(rules(&locked(one), &locked(orders(&[]))), [Rule::EndpointErrorRemoved]);
}

/// A renamed error is told once, and not again at each endpoint.
#[test]
fn a_renamed_error_of_endpoints() {
    static ENTRIES: [Entry; 3] = [
        Entry::new(404, "OLD").with_type("m::E", "Gone"),
        Entry::new(404, "NEW").with_type("m::E", "Gone"),
        Entry::new(403, "DENIED"),
    ];
    static OLD: &Catalog =
        &Catalog::new("E", &[CatalogItem::Entry(&ENTRIES[0]), CatalogItem::Entry(&ENTRIES[2])]);
    static NEW: &Catalog =
        &Catalog::new("E", &[CatalogItem::Entry(&ENTRIES[1]), CatalogItem::Entry(&ENTRIES[2])]);
    let lock = |catalog: &'static &'static Catalog, code: &str, more: &[&str]| {
        let book: &'static Book = Box::leak(Box::new(Book::new("Orders API", std::slice::from_ref(catalog))));
        let endpoints =
            Endpoints::new().with_everywhere([code]).with_endpoint("GET /a", more.iter().copied());
        Lock::of(book).with_endpoints(endpoints.with_endpoint("GET /b", [code, "DENIED"]))
    };
    let (old, new) = (lock(&OLD, "OLD", &["OLD"]), lock(&NEW, "NEW", &["NEW"]));
    for (old, new) in [(&old, &new), (&new, &old)] {
        assert_eq!(rules(old, new), [Rule::CodeRenamed]);
    }
    let more = lock(&NEW, "NEW", &["NEW", "DENIED"]);
    assert_eq!(rules(&old, &more), [Rule::EndpointErrorAdded, Rule::CodeRenamed]);
}

/// An error that moves between an endpoint and all of them is not a change of the endpoint.
#[test]
fn errors_of_every_endpoint() {
    let own = orders(&["DENIED", "INVALID"]);
    let shared = orders(&["INVALID"]).with_everywhere(["DENIED"]);
    assert_eq!(changes(&own, &shared), ["everywhere: DENIED (endpoint-error-added)"]);
    assert_eq!(changes(&orders(&["INVALID"]), &shared), ["everywhere: DENIED (endpoint-error-added)"]);
    let added = [
        "endpoint.GET /orders: endpoint added (endpoint-added)",
        "everywhere: endpoint added (endpoint-added)",
    ];
    assert_eq!(changes(&Endpoints::new(), &shared), added);
    let text = locked(shared).to_string();
    assert!(
        text.contains("\n[everywhere]\nDENIED = true\n\n[endpoint.\"GET /orders\"]\nINVALID = true\n"),
        "{text}"
    );
}

#[test]
fn an_endpoint_that_answers_with_any_error() {
    let any = Endpoints::new().with_any("GET /orders");
    assert_eq!(changes(&orders(&["INVALID"]), &any), ["endpoint.GET /orders: * (endpoint-error-added)"]);
    let lock = locked(any);
    assert!(lock.to_string().contains("\n[endpoint.\"GET /orders\"]\n\"*\" = true\n"), "{lock}");
    let findings = lock.lint(&Config::default());
    let found = findings.iter().find(|finding| finding.lint() == Lint::EndpointAny).unwrap();
    assert_eq!(
        found.to_string(),
        "GET /orders: expected a handler whose error type lists its errors, found one that returns any (endpoint-any)"
    );
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
