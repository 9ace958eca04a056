#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 499, code = "Gone")]
    Gone,
}

fn main() {}
