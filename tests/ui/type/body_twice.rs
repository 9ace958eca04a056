#[derive(Debug, errbook::ApiError)]
#[api(display, body = errbook::body::FLAT, body = errbook::body::NESTED)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
