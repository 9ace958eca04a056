#[derive(Debug, thiserror::Error, serde::Serialize)]
#[error("away")]
struct Away;

#[derive(Debug, thiserror::Error, errbook::ApiError)]
enum Problem {
    #[error("broken")]
    #[api(status = 500, code = "Broken", message = "broken by {0}")]
    Broken(#[from] #[api(detail = "why")] Away),
}

fn main() {}
