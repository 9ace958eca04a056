#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[error("gone")]
#[api(status = 410, code = "Gone", message = "gone: {0}")]
struct Gone(#[from] std::io::Error);

fn main() {}
