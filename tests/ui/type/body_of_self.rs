#[derive(Debug, errbook::ApiError)]
#[api(display, body = Self::BODY, status = 410, code = "Gone")]
struct Gone;

fn main() {}
