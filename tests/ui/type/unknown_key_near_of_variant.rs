#[derive(Debug, errbook::ApiError)]
#[api(display, mesage = "gone")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
