#[derive(Debug, errbook::ApiError)]
#[api(display, meta(owner = "a"), meta(owner = "b"))]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
