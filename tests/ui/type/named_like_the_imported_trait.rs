use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Gone")]
struct ApiError;

fn main() {}
