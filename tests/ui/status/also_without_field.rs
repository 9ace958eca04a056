#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, also(413), code = "Invalid")]
struct Invalid;

fn main() {}
