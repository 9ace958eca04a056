//! `number` is a numeric code beside the textual one.

use errbook::{ApiError, Reply};

const NUMBERED: errbook::Body = errbook::body!({ "number": number, "maybe"?: number });

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase", body = NUMBERED)]
enum Numbered {
    #[api(number = -1003)]
    Negative,
    #[api(number = 0)]
    Zero,
    #[api(number = 1_000_000)]
    Grouped,
    #[api(number = 9223372036854775807)]
    Largest,
    #[api(number = -9223372036854775808)]
    Smallest,
    Without,
}

#[test]
fn every_64_bit_number() {
    let numbers: Vec<_> = Numbered::CATALOG.entries().map(errbook::Entry::number).collect();
    assert_eq!(numbers, [Some(-1003), Some(0), Some(1_000_000), Some(i64::MAX), Some(i64::MIN), None]);
}

#[test]
fn in_the_body() {
    let json = |error: Numbered| Reply::new(&error).to_string();
    assert_eq!(json(Numbered::Negative), r#"{"number":-1003,"maybe":-1003}"#);
    assert_eq!(json(Numbered::Zero), r#"{"number":0,"maybe":0}"#);
    assert_eq!(json(Numbered::Grouped), r#"{"number":1000000,"maybe":1000000}"#);
    assert_eq!(json(Numbered::Largest), r#"{"number":9223372036854775807,"maybe":9223372036854775807}"#);
    assert_eq!(json(Numbered::Smallest), r#"{"number":-9223372036854775808,"maybe":-9223372036854775808}"#);
    assert_eq!(json(Numbered::Without), r#"{"number":null}"#);
}
