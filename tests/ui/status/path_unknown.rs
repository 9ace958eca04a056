#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = http::StatusCode::GONNE, code = "Gone")]
    Gone,
}

fn main() {}
