#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status, code = "Gone")]
    Gone,
}

fn main() {}
