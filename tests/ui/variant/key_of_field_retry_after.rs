#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", retry_after = 5)]
    Gone,
}

fn main() {}
