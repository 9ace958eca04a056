#[derive(Debug, thiserror::Error, errbook::ApiError)]
enum Problem {
    #[error("upstream said {1}")]
    #[api(status = 404, code = "Upstream")]
    Upstream(#[api(status)] u16, #[source] std::io::Error),
}

fn main() {}
