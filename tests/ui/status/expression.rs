#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 400 + 10, code = "Gone")]
    Gone,
}

fn main() {}
