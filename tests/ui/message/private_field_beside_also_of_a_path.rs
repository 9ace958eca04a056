#[derive(Debug, errbook::ApiError)]
#[api(display, status = http::StatusCode::BAD_GATEWAY, also(404), code = "A", message = "no {1}")]
struct Invalid(#[api(status)] u16, String);

fn main() {}
