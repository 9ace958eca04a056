#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, also(), code = "Invalid")]
struct Invalid(#[api(status)] u16);

fn main() {}
