#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = b"Gone")]
    Gone,
}

fn main() {}
