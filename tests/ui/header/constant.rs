#[derive(Debug, errbook::ApiError)]
#[api(display, status = 401, code = "NoToken", header("WWW-Authenticate" = SCHEME))]
struct NoToken;

const SCHEME: &str = "Bearer";

fn main() {}
