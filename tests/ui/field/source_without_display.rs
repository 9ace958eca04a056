#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[error("gone")]
#[api(status = 410, code = "Gone")]
struct Gone(#[api(source)] std::io::Error);

fn main() {}
