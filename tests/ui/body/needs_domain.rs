#[derive(Debug, errbook::ApiError)]
#[api(display, body = errbook::body::GOOGLE, status = 410, code = "GONE")]
struct Gone;

fn main() {}
