//! A book of two thousand errors with many facts compiles, also behind one type with a wire format, and is looked up.
#![allow(dead_code, reason = "only the catalogs are looked at")]

use errbook::{ApiError, Book};

macro_rules! types {
    ($($ty:ident($prefix:literal)),* ; $variants:tt) => {
        $(one!($ty, $prefix, $variants);)*
        #[derive(Debug, ApiError)]
        #[api(display)]
        enum All { $(#[api(transparent)] $ty($ty)),* }

        #[derive(Debug, ApiError)]
        #[api(display, body = errbook::body::GOOGLE)]
        enum Large { #[api(transparent)] All(All) }

        static BOOK: Book = Book::new("Large", &[Large::CATALOG, $($ty::CATALOG),*]);
    };
}

macro_rules! one {
    ($ty:ident, $prefix:literal, [$($variant:ident)*]) => {
        #[derive(Debug, ApiError)]
        #[api(display, status = 400, rename_all = "lowercase", prefix = $prefix)]
        #[api(docs_url = "https://errors.example/reference/{code}", header("Cache-Control" = "no-store"))]
        #[api(meta(domain = "errors.example", owner = "a team of ours", severity = "warning"))]
        enum $ty { $($variant),* }
    };
}

types! {
    T00("00."), T01("01."), T02("02."), T03("03."), T04("04."), T05("05."), T06("06."), T07("07."),
    T08("08."), T09("09."), T10("10."), T11("11."), T12("12."), T13("13."), T14("14."), T15("15."),
    T16("16."), T17("17."), T18("18."), T19("19.");
    [
    A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 B0 B1 B2 B3 B4 B5 B6 B7 B8 B9 C0 C1 C2 C3 C4 C5 C6 C7 C8 C9 D0 D1 D2
    D3 D4 D5 D6 D7 D8 D9 E0 E1 E2 E3 E4 E5 E6 E7 E8 E9 F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 G0 G1 G2 G3 G4 G5
    G6 G7 G8 G9 H0 H1 H2 H3 H4 H5 H6 H7 H8 H9 I0 I1 I2 I3 I4 I5 I6 I7 I8 I9 J0 J1 J2 J3 J4 J5 J6 J7 J8
    J9
    ]
}

#[test]
fn every_entry_is_there() {
    assert_eq!(BOOK.entries().count(), 2000);
}

#[test]
fn the_last_one_is_found() {
    assert_eq!(BOOK.by_code("19.j9").next().unwrap().type_name(), "T19");
    assert!(BOOK.by_code("20.a0").next().is_none());
}
