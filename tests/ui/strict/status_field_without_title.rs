#[derive(Debug, errbook::ApiError)]
#[api(display, strict, status = 400, code = "Invalid")]
/// It is invalid.
struct Invalid(#[api(status)] u16);

fn main() {}
