#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", body = PROBLEM)]
struct Gone;

fn main() {}
