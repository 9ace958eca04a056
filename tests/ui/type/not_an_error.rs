#[derive(Debug, errbook::ApiError)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
