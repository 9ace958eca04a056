//! Lengths, statuses and indices in a table that take one letter, two or three.

use errbook::{ApiError, Book, Entry};

const OWNER: &str = "billing";
const TEAM: &str = "platform";

static BOOK: Book = Book::new("Lengths", &[Lengths::CATALOG, Long::CATALOG]);

/// Each title is a letter longer than the one before; there are two constants for each error.
macro_rules! lengths {
    ($($name:ident $status:literal $title:literal)*) => {
        #[derive(Debug, ApiError)]
        #[api(display, rename_all = "snake_case", meta(owner = OWNER, team = TEAM))]
        enum Lengths { $(#[api(status = $status, title = $title)] $name,)* }

        const LENGTHS: &[(Lengths, u16, &str)] = &[$((Lengths::$name, $status, $title)),*];
    };
}

lengths! {
    V00 400 "t"
    V01 463 "tt"
    V02 464 "ttt"
    V03 499 "tttt"
    V04 500 "ttttt"
    V05 527 "tttttt"
    V06 528 "ttttttt"
    V07 591 "tttttttt"
    V08 592 "ttttttttt"
    V09 599 "tttttttttt"
    V10 400 "ttttttttttt"
    V11 463 "tttttttttttt"
    V12 464 "ttttttttttttt"
    V13 499 "tttttttttttttt"
    V14 500 "ttttttttttttttt"
    V15 527 "tttttttttttttttt"
    V16 528 "ttttttttttttttttt"
    V17 591 "tttttttttttttttttt"
    V18 592 "ttttttttttttttttttt"
    V19 599 "tttttttttttttttttttt"
    V20 400 "ttttttttttttttttttttt"
    V21 463 "tttttttttttttttttttttt"
    V22 464 "ttttttttttttttttttttttt"
    V23 499 "tttttttttttttttttttttttt"
    V24 500 "ttttttttttttttttttttttttt"
    V25 527 "tttttttttttttttttttttttttt"
    V26 528 "ttttttttttttttttttttttttttt"
    V27 591 "tttttttttttttttttttttttttttt"
    V28 592 "ttttttttttttttttttttttttttttt"
    V29 599 "tttttttttttttttttttttttttttttt"
    V30 400 "ttttttttttttttttttttttttttttttt"
    V31 463 "tttttttttttttttttttttttttttttttt"
    V32 464 "ttttttttttttttttttttttttttttttttt"
    V33 499 "tttttttttttttttttttttttttttttttttt"
    V34 500 "ttttttttttttttttttttttttttttttttttt"
    V35 527 "tttttttttttttttttttttttttttttttttttt"
    V36 528 "ttttttttttttttttttttttttttttttttttttt"
    V37 591 "tttttttttttttttttttttttttttttttttttttt"
    V38 592 "ttttttttttttttttttttttttttttttttttttttt"
    V39 599 "tttttttttttttttttttttttttttttttttttttttt"
}

macro_rules! long {
    ($text:literal) => {
        /// A row of more than 64 · 32 bytes.
        #[derive(Debug, ApiError)]
        #[api(display, status = 410, code = "long", number = 7)]
        #[api(meta(text = concat!($text, $text, $text, $text, $text, $text, $text, $text)))]
        struct Long;

        const TEXT: &str = $text;
    };
}

long!(
    "012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
);

#[test]
fn of_each_length() {
    for (error, status, title) in LENGTHS {
        let entry = error.entry();
        assert_eq!((entry.status().as_u16(), entry.title()), (*status, *title));
        assert_eq!((entry.meta("owner"), entry.meta("team")), (Some(OWNER), Some(TEAM)));
    }
    assert_eq!(Long.entry().meta("text").map(str::to_owned), Some(TEXT.repeat(8)));
    assert_eq!(Long.entry().number(), Some(7));
}

#[test]
fn a_book_reads_them_in_constants() {
    let codes: Vec<_> = BOOK.entries().map(Entry::code).collect();
    assert_eq!(codes.len(), LENGTHS.len() + 1);
    assert_eq!(codes.last(), Some(&"long"));
}
