#[derive(Debug, errbook::ApiError)]
#[api(display, body = errbook::body::JSON_RPC, status = 410, code = "GONE")]
struct Gone;

fn main() {}
