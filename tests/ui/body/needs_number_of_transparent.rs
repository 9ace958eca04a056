#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone;

#[derive(Debug, errbook::ApiError)]
#[api(display, body = errbook::body::JSON_RPC)]
enum Problem {
    #[api(transparent)]
    Gone(Gone),
}

fn main() {}
