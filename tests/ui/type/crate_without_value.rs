#[derive(Debug, errbook::ApiError)]
#[api(display, crate)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
