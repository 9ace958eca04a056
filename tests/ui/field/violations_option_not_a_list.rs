#[derive(Debug, errbook::ApiError)]
#[api(display, status = 422, code = "Invalid")]
struct Invalid(#[api(violations)] Option<u8>);

fn main() {}
