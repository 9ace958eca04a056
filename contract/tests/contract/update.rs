//! From a committed lock to that of the code: acceptance, traces, retired codes, releases.

use errbook::Book;
use errbook_contract::{Accept, Change, Level, Lock, Refused, Rule, Update};

book!(FIRST {
    #[api(status = 404, code = "NO_ORDER", number = 7)] NoOrder { #[api(detail)] id: u64 },
    #[api(status = 410, code = "GONE")] #[deprecated(note = "use `NO_ORDER`")] Gone,
});
book!(ONE { #[api(status = 404, code = "NO_ORDER", number = 7)] NoOrder { #[api(detail)] id: u64 } });
book!(RENAMED { #[api(status = 404, code = "UNKNOWN_ORDER", number = 7)] NoOrder { #[api(detail)] id: u64 },
    #[api(status = 410, code = "GONE")] #[deprecated(note = "use `NO_ORDER`")] Gone });
book!(REUSED { #[api(status = 404, code = "NO_ORDER", number = 7)] NoOrder { #[api(detail)] id: u64 },
    #[api(status = 409, code = "GONE", title = "Paid")] Paid });
book!(NUMBER {
    #[api(status = 410, code = "GONE")]
    #[deprecated(note = "use `NO_ORDER`")]
    Gone,
    #[api(status = 409, code = "PAID", number = 7)]
    Paid
});
book!(WITHOUT {
    #[api(status = 410, code = "GONE")]
    #[deprecated(note = "use `NO_ORDER`")]
    Gone
});
book!(CHANGED { #[api(status = 409, title = "Not Found", code = "NO_ORDER", number = 7)] NoOrder { #[api(detail)] id: u64 },
    #[api(status = 410, code = "GONE")] #[deprecated(note = "use `NO_ORDER`")] Gone });
book!(CHANGED_AGAIN { #[api(status = 422, title = "Not Found", code = "NO_ORDER", number = 7)] NoOrder { #[api(detail)] id: u64 },
    #[api(status = 410, code = "GONE")] #[deprecated(note = "use `NO_ORDER`")] Gone });
book!(HIDDEN { #[api(status = 404, code = "NO_ORDER", number = 7)] NoOrder { #[api(detail)] id: u64 },
    #[api(status = 410, code = "GONE")] #[deprecated(note = "use `NO_ORDER`")] #[doc(hidden)] Gone });
book!(MORE { #[api(status = 404, code = "NO_ORDER", number = 7)] NoOrder { #[api(detail)] id: u64 },
    #[api(status = 410, code = "GONE")] #[deprecated(note = "use `NO_ORDER`")] Gone,
    #[api(status = 409, code = "PAID")] Paid });
book!(MORE_CHANGED { #[api(status = 404, code = "NO_ORDER", number = 7)] NoOrder { #[api(detail)] id: u64 },
    #[api(status = 410, code = "GONE")] #[deprecated(note = "use `NO_ORDER`")] Gone,
    #[api(status = 422, code = "PAID")] Paid });

fn update(lock: &str, book: &Book) -> Update {
    Update::new(Some(lock.as_bytes()), book).unwrap()
}

fn rules(lock: &str, book: &Book) -> Vec<(Rule, Level)> {
    update(lock, book).diff().iter().map(|change| (change.rule(), change.level())).collect()
}

fn accept(lock: &str, book: &Book, names: &[&str]) -> Result<String, Refused> {
    update(lock, book).lock(&Accept::names(names.iter().copied())).map(|lock| lock.to_string())
}

fn plain(lock: &str, book: &Book) -> String {
    update(lock, book).lock(&Accept::Nothing).unwrap().to_string()
}

fn first() -> String {
    Lock::of(&FIRST).to_string()
}

#[test]
fn a_first_lock_needs_no_acceptance() {
    let update = Update::new(None, &FIRST).unwrap();
    assert!(update.diff().is_empty());
    assert_eq!(update.lock(&Accept::Nothing).unwrap(), Lock::of(&FIRST));
}

#[test]
fn a_removed_code_is_retired_when_it_is_accepted() {
    let refused = accept(&first(), &ONE, &[]).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "breaking: GONE: code removed\n  code-removed: The branch of a client that handles the code never runs again.\n"
    );
    let lock = accept(&first(), &ONE, &["GONE"]).unwrap();
    assert!(lock.ends_with(
        "\n[retired.GONE]\nretired = true\nwhy = \"use `NO_ORDER`\"\nstatus = 410\ntitle = \"Gone\"\nretryable = false\n\
         deprecated = \"use `NO_ORDER`\"\nrust = \"OrderError::Gone\"\n"
    ), "{lock}");
    assert_eq!(rules(&lock, &ONE), []);
    assert_eq!(plain(&lock, &ONE), lock);
    let again = accept(&lock, &ONE, &["GONE"]).unwrap_err();
    assert_eq!(again.to_string(), "nothing to accept: `GONE` has no breaking change\n");
}

#[test]
fn a_renamed_code_says_what_replaces_it() {
    let lock = accept(&first(), &RENAMED, &["NO_ORDER"]).unwrap();
    assert!(
        lock.contains(
            "\n[retired.NO_ORDER]\nretired = true\nreplaced-by = \"UNKNOWN_ORDER\"\nstatus = 404\n"
        ),
        "{lock}"
    );
    // The number of the old code is still that of the same error.
    assert_eq!(rules(&lock, &RENAMED), []);
}

#[test]
fn a_retired_code_is_reserved() {
    let lock = accept(&first(), &ONE, &["GONE"]).unwrap();
    assert_eq!(rules(&lock, &REUSED), [(Rule::CodeReused, Level::Breaking)]);
    for accepted in [Accept::Nothing, Accept::All, Accept::names(["GONE"])] {
        let refused = update(&lock, &REUSED).lock(&accepted).unwrap_err();
        assert_eq!(refused.not_acceptable().len(), 1);
    }
}

#[test]
fn a_retired_code_is_reserved_for_hidden_errors_too() {
    let lock = accept(&first(), &ONE, &["GONE"]).unwrap();
    book!(DRAFT { #[api(status = 404, code = "NO_ORDER", number = 7)] NoOrder { #[api(detail)] id: u64 },
        #[api(status = 409, code = "GONE", title = "Paid")] #[doc(hidden)] Paid });
    assert_eq!(rules(&lock, &DRAFT), [(Rule::CodeReused, Level::Breaking)]);
}

#[test]
fn a_retired_number_is_reserved() {
    let lock = accept(&first(), &WITHOUT, &["NO_ORDER"]).unwrap();
    assert_eq!(
        rules(&lock, &NUMBER),
        [(Rule::CodeAdded, Level::Compatible), (Rule::CodeReused, Level::Breaking)]
    );
}

#[test]
fn a_number_that_an_error_had_is_reserved() {
    book!(MOVED { #[api(status = 404, code = "NO_ORDER", number = 8)] NoOrder { #[api(detail)] id: u64 },
        #[api(status = 410, code = "GONE")] #[deprecated(note = "use `NO_ORDER`")] Gone });
    book!(TAKEN { #[api(status = 404, code = "NO_ORDER", number = 8)] NoOrder { #[api(detail)] id: u64 },
        #[api(status = 410, code = "GONE", number = 7)] #[deprecated(note = "use `NO_ORDER`")] Gone });
    let lock = accept(&first(), &MOVED, &["NO_ORDER"]).unwrap();
    assert!(lock.contains("number = 8\nwas.number = [7]\n"), "{lock}");
    assert_eq!(
        rules(&lock, &TAKEN),
        [(Rule::NumberAdded, Level::Compatible), (Rule::CodeReused, Level::Breaking)]
    );
    // Its own error may have it again.
    assert_eq!(rules(&lock, &FIRST), [(Rule::NumberChanged, Level::Breaking)]);
}

#[test]
fn a_retired_code_may_come_back_as_it_was() {
    let lock = accept(&first(), &ONE, &["GONE"]).unwrap();
    assert_eq!(rules(&lock, &FIRST), [(Rule::CodeRestored, Level::Compatible)]);
    assert_eq!(plain(&lock, &FIRST), first());
}

#[test]
fn a_forgotten_retired_code_is_seen_between_two_locks() {
    let lock = Lock::parse(accept(&first(), &ONE, &["GONE"]).unwrap()).unwrap();
    let diff = errbook_contract::Diff::between(&lock, &Lock::of(&ONE));
    assert_eq!(diff.iter().map(Change::rule).collect::<Vec<_>>(), [Rule::RetiredForgotten]);
}

#[test]
fn a_changed_fact_leaves_what_it_was() {
    assert_eq!(rules(&first(), &CHANGED), [(Rule::StatusChanged, Level::Breaking)]);
    let lock = accept(&first(), &CHANGED, &["NO_ORDER"]).unwrap();
    assert!(lock.contains("\n[error.NO_ORDER]\nstatus = 409\nwas.status = [404]\nnumber = 7\n"), "{lock}");
    assert_eq!(rules(&lock, &CHANGED), []);
    let lock = accept(&lock, &CHANGED_AGAIN, &["NO_ORDER"]).unwrap();
    assert!(lock.contains("\nstatus = 422\nwas.status = [404, 409]\n"), "{lock}");
    assert_eq!(Lock::parse(&lock).unwrap().to_string(), lock);
}

#[test]
fn hidden_errors_stay_in_the_lock() {
    assert_eq!(rules(&first(), &HIDDEN), [(Rule::Hidden, Level::Notable)]);
    let lock = plain(&first(), &HIDDEN);
    assert!(lock.contains("deprecated = \"use `NO_ORDER`\"\nhidden = true\nrust"), "{lock}");
    assert_eq!(rules(&lock, &HIDDEN), []);
    assert_eq!(rules(&lock, &FIRST), [(Rule::Documented, Level::Compatible)]);
    // Its removal is still breaking.
    assert_eq!(rules(&lock, &ONE), [(Rule::CodeRemoved, Level::Breaking)]);
}

fn released(lock: &str, name: &str) -> String {
    Lock::parse(lock).unwrap().with_release(name).unwrap().to_string()
}

#[test]
fn what_is_not_released_changes_freely() {
    let lock = plain(&released(&first(), "1.0.0"), &MORE);
    assert!(lock.contains("[error.PAID]\nstatus = 409\n") && lock.contains("since = \"next\"\n"), "{lock}");
    assert_eq!(
        rules(&lock, &MORE_CHANGED),
        [(Rule::StatusChanged, Level::Compatible), (Rule::TitleChanged, Level::Compatible)]
    );
    let changed = plain(&lock, &MORE_CHANGED);
    assert!(!changed.contains("was."), "{changed}");
    assert_eq!(plain(&changed, &FIRST), released(&first(), "1.0.0"));
    // After its release it does not.
    let released = released(&changed, "1.1.0");
    assert!(released.contains("since = \"1.1.0\"\n") && !released.contains("\"next\""));
    assert_eq!(rules(&released, &FIRST), [(Rule::CodeRemoved, Level::Breaking)]);
}

#[test]
fn a_change_is_accepted_once_for_each_release() {
    let lock = accept(&released(&first(), "1.0.0"), &CHANGED, &["NO_ORDER"]).unwrap();
    assert!(lock.contains("\nstatus = 409\nwas.status.\"1.0.0\" = 404\n"), "{lock}");
    assert_eq!(rules(&lock, &CHANGED_AGAIN), [(Rule::StatusChanged, Level::Compatible)]);
    let again = plain(&lock, &CHANGED_AGAIN);
    assert!(again.contains("\nstatus = 422\nwas.status.\"1.0.0\" = 404\n"), "{again}");
    // Back to what was released.
    book!(BACK { #[api(status = 404, code = "NO_ORDER", number = 7)] NoOrder { #[api(detail)] id: u64 },
        #[api(status = 410, code = "GONE")] #[deprecated(note = "use `NO_ORDER`")] Gone });
    assert_eq!(plain(&again, &BACK), released(&first(), "1.0.0"));
    let next = accept(&released(&again, "1.1.0"), &CHANGED, &["NO_ORDER"]).unwrap();
    assert!(next.contains("was.status.\"1.0.0\" = 404\nwas.status.\"1.1.0\" = 422\n"), "{next}");
}

#[test]
fn a_retirement_that_is_not_released_can_be_taken_back() {
    let lock = accept(&released(&first(), "1.0.0"), &WITHOUT, &["NO_ORDER"]).unwrap();
    assert!(lock.contains("[retired.NO_ORDER]\nretired = \"next\"\n"), "{lock}");
    assert_eq!(
        rules(&lock, &CHANGED),
        [(Rule::CodeRestored, Level::Compatible), (Rule::StatusChanged, Level::Breaking)]
    );
    let back = accept(&lock, &CHANGED, &["NO_ORDER"]).unwrap();
    assert!(back.contains("was.status.\"1.0.0\" = 404") && !back.contains("[retired"), "{back}");
    assert!(released(&lock, "2.0.0").contains("retired = \"2.0.0\"\n"));
}

#[test]
fn accept_all_needs_no_names() {
    let lock = update(&first(), &NUMBER).lock(&Accept::All);
    assert!(lock.is_ok(), "{lock:?}");
}

#[test]
fn an_odd_code_is_accepted_by_name() {
    book!(ODD {
        #[api(status = 404, code = "a,b")]
        First,
        #[api(status = 404, code = "all")]
        Second,
        #[api(status = 404, code = "c;d")]
        Third,
    });
    book!(ALL {
        #[api(status = 404, code = "all")]
        Second
    });
    static NONE: Book = Book::new("Orders API", &[]);
    for (book, names) in [(&ODD, r"a\,b,all,c;d"), (&ALL, r"\all")] {
        let update = update(&Lock::of(book).to_string(), &NONE);
        let refused = update.lock(&Accept::Nothing).unwrap_err();
        assert_eq!(refused.names(), names);
        assert!(update.lock(&Accept::parse(names)).is_ok(), "{names}");
    }
}
