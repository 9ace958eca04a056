#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[error("gone")]
#[api(status = 410, code = "Gone")]
struct Gone(#[api(from)] std::io::Error);

fn main() {}
