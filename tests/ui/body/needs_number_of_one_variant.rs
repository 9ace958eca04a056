#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, body = errbook::body::JSON_RPC)]
enum Problem {
    #[api(code = "Gone", number = 1)]
    Gone,
    #[api(code = "Away")]
    Away,
}

fn main() {}
