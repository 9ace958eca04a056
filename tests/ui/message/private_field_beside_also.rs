#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, also(422, 502), code = "Invalid", message = "no {1}")]
struct Invalid(#[api(status)] u16, String);

fn main() {}
