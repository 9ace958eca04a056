#[derive(Debug, errbook::ApiError)]
#[api(display, status = 200)]
enum Problem {
    #[api(code = "Gone")]
    Gone,
    #[api(code = "Lost")]
    Lost,
}

fn main() {}
