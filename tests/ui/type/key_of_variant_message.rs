#[derive(Debug, errbook::ApiError)]
#[api(display, message = "gone")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
