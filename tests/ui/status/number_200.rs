#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 200, code = "Gone")]
    Gone,
}

fn main() {}
