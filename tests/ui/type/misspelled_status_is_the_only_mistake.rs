#[derive(Debug, errbook::ApiError)]
#[api(display, staus = 410)]
enum Problem {
    #[api(code = "Gone")]
    Gone,
}

fn main() {}
