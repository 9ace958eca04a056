#[derive(Debug, errbook::ApiError)]
#[api(display, body = errbook::body::GOOGLE, status = 410, code = "GONE", meta(domain = "example.com"))]
struct Gone;

fn main() {}
