#[derive(Debug, errbook::ApiError)]
#[api(display, colour = "red")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
