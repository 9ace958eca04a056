#[derive(Debug, errbook::ApiError)]
#[api(display, code = "Gone")]
struct Gone;

fn main() {}
