#[derive(Debug, errbook::ApiError)]
#[api(display, status = 401, code = "Auth")]
struct Auth;

#[derive(Debug, errbook::ApiError)]
#[api(display, transparent, status = 400)]
enum Problem {
    Auth(Auth),
}

fn main() {}
