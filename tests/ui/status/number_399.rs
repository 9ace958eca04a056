#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 399, code = "Gone")]
    Gone,
}

fn main() {}
