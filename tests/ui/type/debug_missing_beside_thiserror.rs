use errbook::ApiError;

#[derive(thiserror::Error, ApiError)]
#[error("a")]
#[api(status = 400, code = "A")]
struct Error;

fn main() {}
