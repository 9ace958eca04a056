#[derive(errbook::ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone;

fn main() {}
