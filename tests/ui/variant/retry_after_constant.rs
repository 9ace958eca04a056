use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display)]
enum Error {
    #[api(status = 429, code = "A", retry_after = 30)]
    A,
    #[api(status = 429, code = "B", header("Retry-After" = "30"))]
    B,
}

fn main() {}
