#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
    #[api(transparent)]
    Inner(Inner),
}

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 409, code = "Inner")]
struct Inner;

impl Problem {
    const TABLE: u8 = 1;
}

const __TABLE: u8 = 3;
const __ROWS: u8 = 4;

#[test]
fn works() {
    assert_eq!(Problem::TABLE + __TABLE + __ROWS, 8);
    assert_eq!(Problem::CATALOG.entries().count(), 2);
    let _ = (Problem::Gone, Problem::Inner(Inner));
}
