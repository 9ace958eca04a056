#[derive(Debug, errbook::ApiError)]
#[api(display, strict, status = 400, also(405), code = "Invalid", title = "Invalid")]
/// It is invalid.
struct Invalid(#[api(status)] u16);

fn main() {}
