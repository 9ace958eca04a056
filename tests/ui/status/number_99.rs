#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 99, code = "Gone")]
    Gone,
}

fn main() {}
