#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404, code = "NotFound")]
struct NotFound;

#[derive(Debug, errbook::ApiError)]
#[api(display, body = errbook::body::JSON_RPC)]
enum Problem {
    #[api(kind = NotFound)]
    Order,
}

fn main() {}
