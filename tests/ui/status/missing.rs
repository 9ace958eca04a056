#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(code = "Gone")]
    Gone,
}

fn main() {}
