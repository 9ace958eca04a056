#[derive(Debug, serde::Serialize, errbook::ApiError)]
#[api(display, serialize, status = 410, code = "Gone")]
struct Gone;

fn main() {}
