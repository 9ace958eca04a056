#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[error("gone")]
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
