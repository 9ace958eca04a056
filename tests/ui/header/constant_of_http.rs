#[derive(Debug, errbook::ApiError)]
#[api(display, header(CACHE_CONTROL = "no-store"))]
enum Problem {
    #[api(status = 401, code = "A", header(WWW_AUTHENTICATE = "Bearer"))]
    A,
}

fn main() {}
