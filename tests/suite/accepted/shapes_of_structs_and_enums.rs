use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Unit")]
struct Unit;

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Tuple")]
struct Tuple();

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Named")]
struct Named {}

#[derive(Debug, ApiError)]
#[api(display, serialize)]
enum Empty {}

#[derive(Debug, ApiError)]
#[api(display, serialize)]
enum EmptyGeneric<T> {
    #[api(transparent)]
    Only(T),
}

#[derive(Debug, ApiError)]
#[api(display, status = 410, rename_all = "lowercase")]
#[repr(u8)]
enum Shapes {
    Unit = 1,
    Tuple() = 3,
    Named {} = 5,
}

#[test]
fn works() {
    assert_eq!((Unit.code(), Tuple().code(), Named {}.code()), ("Unit", "Tuple", "Named"));
    assert_eq!(Shapes::Tuple().code(), "tuple");
    assert_eq!((Shapes::Unit.code(), Shapes::Named {}.code()), ("unit", "named"));
    assert_eq!(Empty::CATALOG.entries().count(), 0);
    assert_eq!(EmptyGeneric::Only(Unit).code(), "Unit");
}
