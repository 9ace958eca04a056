#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, also(200), code = "Invalid")]
struct Invalid(#[api(status)] u16);

fn main() {}
