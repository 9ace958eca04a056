//! The changelog, between two locks and from one.

use errbook::Book;
use errbook_contract::{Accept, Lock, Update, changelog};

book!(FIRST {
    #[api(status = 404, code = "NO_ORDER")] NoOrder { #[api(detail)] id: u64 },
    #[api(status = 410, code = "GONE")] Gone,
    #[api(status = 409, code = "OLD", message = "a `tick`")] Named,
});
book!(SECOND {
    #[api(status = 409, title = "Not Found", code = "NO_ORDER")] NoOrder { #[api(detail)] id: u64 },
    #[api(status = 409, code = "NEW", message = "a `tick`")] Named,
    #[api(status = 402, code = "UNPAID", title = "Not *paid*")] Unpaid,
});
book!(THIRD {
    #[api(status = 422, title = "No *order*", code = "NO_ORDER")] NoOrder { #[api(detail)] id: u64 },
    #[api(status = 409, code = "NEW", message = "a `tick`")] Named,
    #[api(status = 402, code = "UNPAID", title = "Not *paid*")] Unpaid,
});

fn next(lock: &Lock, book: &Book) -> Lock {
    Update::new(Some(lock.to_string().as_bytes()), book).unwrap().lock(&Accept::All).unwrap()
}

#[test]
fn between_two_locks() {
    let first = Lock::of(&FIRST);
    let expected = "\
### Breaking

- `NO_ORDER`: `status` was `404`, is `409`

### Added

- `UNPAID` (402): Not \\*paid\\*

### Retired

- `GONE`
- `OLD`, replaced by `NEW`
";
    assert_eq!(changelog(&first, &next(&first, &SECOND)), expected);
    assert_eq!(changelog(&first, &first), "");
    // Without traces, as between two books.
    assert!(
        changelog(&first, &Lock::of(&SECOND))
            .ends_with("- `GONE` (410): Gone\n- `OLD` (409): Conflict, replaced by `NEW`\n")
    );
}

#[test]
fn from_one_lock_with_releases() {
    let first = Lock::of(&FIRST).with_release("1.9.0").unwrap();
    let second = next(&first, &SECOND).with_release("1.10.0").unwrap();
    let third = next(&second, &THIRD);
    assert_eq!(
        third.changelog(),
        "\
## Unreleased

### Changed

- `NO_ORDER`: `status` was `409`, is `422`

## 1.10.0

### Changed

- `NO_ORDER`: `status` was `404`, is `409`

### Added

- `NEW` (409): Conflict
- `UNPAID` (402): Not \\*paid\\*

### Retired

- `GONE`
- `OLD`, replaced by `NEW`
"
    );
}

#[test]
fn from_one_lock_without_releases() {
    let lock = next(&Lock::of(&FIRST), &SECOND).changelog();
    assert!(
        lock.starts_with("## Before releases\n\n### Changed\n\n- `NO_ORDER`: `status` was `404`, is `409`\n"),
        "{lock}"
    );
}
