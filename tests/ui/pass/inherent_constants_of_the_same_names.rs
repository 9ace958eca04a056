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
    const CATALOG: u8 = 1;
}

impl Inner {
    const CATALOG: u8 = 2;
}

const __ENTRIES: u8 = 3;
const __TYPE: u8 = 4;

fn main() {
    assert_eq!(Problem::CATALOG + Inner::CATALOG + __ENTRIES + __TYPE, 10);
    assert_eq!(<Problem as errbook::Catalogued>::CATALOG.entries().count(), 2);
    let _ = (Problem::Gone, Problem::Inner(Inner));
}
