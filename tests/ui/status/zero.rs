#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 0, code = "Gone")]
    Gone,
}

fn main() {}
