#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 600, code = "Gone")]
    Gone,
}

fn main() {}
