#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 99999999999999999999999, code = "Gone")]
    Gone,
}

fn main() {}
