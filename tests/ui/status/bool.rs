#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = true, code = "Gone")]
    Gone,
}

fn main() {}
