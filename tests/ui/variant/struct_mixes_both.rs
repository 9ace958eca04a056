#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", titel = "Gone")]
struct Gone;

fn main() {}
