#[derive(Debug, errbook::ApiError)]
#[api(display, status = http::StatusCode::GONE, also(410), code = "Invalid")]
struct Invalid(#[api(status)] u16);

fn main() {}
