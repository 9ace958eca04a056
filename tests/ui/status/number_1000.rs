#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 1000, code = "Gone")]
    Gone,
}

fn main() {}
