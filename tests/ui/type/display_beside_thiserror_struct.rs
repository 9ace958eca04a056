#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[api(display, status = 410, code = "Gone")]
#[error("gone")]
struct Gone;

fn main() {}
