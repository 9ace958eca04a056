//! `from` under `display`: a source, and `?` converts it.

use std::error::Error;

use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 500, rename_all = "PascalCase")]
enum Converted {
    Parse(#[api(from)] std::num::ParseIntError),
    Io {
        #[api(from)]
        source: std::io::Error,
    },
    Other(#[api(from)] Box<dyn Error + Send + Sync>),
    Maybe(#[api(from)] Option<std::fmt::Error>),
}

#[derive(Debug, ApiError)]
#[api(display, status = 500, code = "Struct")]
struct Struct(#[api(source, from)] std::fmt::Error);

#[derive(Debug, ApiError)]
#[api(display, status = 500, code = "Generic")]
struct Generic<E>(#[api(from)] E);

fn parse(text: &str) -> Result<u8, Converted> {
    let number: u8 = text.parse()?;
    if number == 0 {
        Err(std::io::Error::other("zero"))?;
    }
    Ok(number)
}

#[test]
fn the_question_mark_converts() {
    assert_eq!(parse("7").unwrap(), 7);
    assert!(matches!(parse("x"), Err(Converted::Parse(_))));
    assert!(matches!(parse("0"), Err(Converted::Io { .. })));
}

#[test]
fn is_a_source() {
    assert_eq!(parse("0").unwrap_err().source().unwrap().to_string(), "zero");
    let other = Converted::from(Box::<dyn Error + Send + Sync>::from("text"));
    assert_eq!(other.source().unwrap().to_string(), "text");
    assert!(matches!(other, Converted::Other(_)));
}

#[test]
fn fills_an_option() {
    assert!(matches!(Converted::from(std::fmt::Error), Converted::Maybe(Some(_))));
}

#[test]
fn of_a_struct_and_of_a_parameter() {
    assert!(Struct::from(std::fmt::Error).source().is_some());
    assert!(Generic::from(std::fmt::Error).source().unwrap().is::<std::fmt::Error>());
}

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Delegating {
    #[api(transparent)]
    Gone(#[api(from)] Gone),
}

#[test]
fn makes_a_transparent_variant_of_its_error() {
    use errbook::ApiError as _;

    fn fail() -> Result<(), Delegating> {
        Err(Gone)?;
        Ok(())
    }
    assert_eq!(fail().unwrap_err().code(), "Gone");
}
