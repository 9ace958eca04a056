use errbook::{ApiError, HasCatalog, Reply};
use std::fmt::{Debug, Display};

#[derive(Debug, ApiError)]
#[api(display)]
enum Problem<'a, 'b: 'a, T, U: ?Sized, E, const N: usize, const B: bool>
where
    T: Debug + 'b,
    U: Debug + 'b,
    E: Debug,
{
    #[api(status = 410, code = "Gone", message = "no {0}")]
    Gone(#[api(detail = "what")] T, &'a u8),
    #[api(status = 404, code = "Lost", message = "no {what:?}", expose)]
    Lost { what: &'b U, all: [u8; N] },
    #[api(transparent)]
    Inner(E),
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Inner")]
struct Inner;

type Small = Problem<'static, 'static, u32, str, Inner, 1, true>;

#[test]
fn works() {
    let gone: Small = Problem::Gone(7, &8);
    assert_eq!(Reply::new(&gone).to_string(), r#"{"code":"Gone","message":"no 7","details":{"what":7}}"#);
    let lost: Small = Problem::Lost { what: "x", all: [1] };
    assert_eq!(lost.to_string(), "no \"x\"");
    let inner: Small = Problem::Inner(Inner);
    assert_eq!(inner.code(), "Inner");
    assert_eq!(Small::CATALOG.entries().count(), 3);
    fn takes<T: Display + Debug>(_: &T) {}
    takes(&gone);
}
