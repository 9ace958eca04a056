#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = -404, code = "Gone")]
    Gone,
}

fn main() {}
