#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", retryable = "yes")]
    Gone,
}

fn main() {}
