//! `from(…)` on a transparent variant: `?` works over two levels.

use std::fmt;
use std::num::{ParseFloatError, ParseIntError};
use std::sync::Arc;

use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 500, rename_all = "PascalCase")]
enum Storage {
    Io(#[api(from)] std::io::Error),
    Fmt(#[api(from)] fmt::Error),
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Parse")]
struct Parse(#[api(from)] ParseIntError);

#[derive(Debug, ApiError)]
#[api(display)]
enum Order {
    #[api(transparent, from(std::io::Error, fmt::Error))]
    Storage(#[api(from)] Storage),
    #[api(transparent)]
    #[api(from(ParseIntError, Parse))]
    Parse { inner: Box<Parse> },
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Thiserror {
    #[error(transparent)]
    #[api(transparent, from(std::io::Error))]
    Storage(#[from] Storage),
}

#[derive(Debug, ApiError)]
#[api(display, transparent, from)]
enum Set {
    #[api(from(std::io::Error))]
    Storage(Storage),
    #[api(from(ParseIntError))]
    Parse(Arc<Parse>),
}

#[derive(Debug, ApiError)]
#[api(display, transparent, from(ParseFloatError))]
struct Wrapper<E>(Generic<E>);

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Generic")]
struct Generic<E>(#[api(source)] Option<E>);

impl From<ParseFloatError> for Generic<ParseIntError> {
    fn from(_: ParseFloatError) -> Self {
        Self(None)
    }
}

fn order(text: &str) -> Result<u8, Order> {
    use fmt::Write as _;

    let number: u8 = text.parse()?;
    match number {
        0 => Err(std::io::Error::other("zero"))?,
        1 => Err(Parse("".parse::<u8>().unwrap_err()))?,
        _ => write!(String::new(), "{number}")?,
    }
    Ok(number)
}

#[test]
fn the_question_mark_converts_over_two_levels() {
    assert_eq!(order("7").unwrap(), 7);
    assert!(matches!(order("x"), Err(Order::Parse { .. })));
    assert!(matches!(order("0"), Err(Order::Storage(Storage::Io(_)))));
    assert!(matches!(order("1"), Err(Order::Parse { .. })));
    assert!(matches!(Order::from(fmt::Error), Order::Storage(Storage::Fmt(_))));
}

#[test]
fn on_a_set_a_struct_and_beside_thiserror() {
    assert!(matches!(Thiserror::from(std::io::Error::other("x")), Thiserror::Storage(Storage::Io(_))));
    assert!(matches!(Set::from(std::io::Error::other("x")), Set::Storage(_)));
    assert!(matches!(Set::from("x".parse::<u8>().unwrap_err()), Set::Parse(_)));
    let float = || "x".parse::<f32>().unwrap_err();
    assert_eq!(Wrapper::<ParseIntError>::from(float()).code(), "Generic");
}
