#[derive(Debug, errbook::ApiError)]
#[api(display, strict, status = 400, also(499), code = "Invalid", title = "Invalid")]
/// It is invalid.
struct Invalid(#[api(status)] u16);

fn main() {}
