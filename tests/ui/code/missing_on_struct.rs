#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410)]
struct Gone;

fn main() {}
