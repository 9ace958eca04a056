#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = , code = "Gone")]
    #[api(title = 5)]
    Gone,
}

fn main() {}
