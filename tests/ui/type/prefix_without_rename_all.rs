#[derive(Debug, errbook::ApiError)]
#[api(display, prefix = "auth.")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
