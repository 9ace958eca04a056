#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", body = errbook::body::JSON_RPC)]
    Gone,
}

fn main() {}
