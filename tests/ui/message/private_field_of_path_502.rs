#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = http::StatusCode::BAD_GATEWAY, code = "Broken", message = "no {what}")]
    Gone { what: u32 },
}

fn main() {}
