#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone;

impl std::error::Error for Gone {}

fn main() {}
