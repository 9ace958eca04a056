#[derive(Debug, errbook::ApiError)]
#[api(display, body = errbook::body::PROBLEMS)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
