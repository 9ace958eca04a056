#[derive(Debug, errbook::ApiError)]
#[api(display, status = 401, code = "Auth")]
struct Auth;

#[derive(Debug, errbook::ApiError)]
#[api(display, transparent)]
enum Problem {
    #[api(code = "Auth")]
    Auth(Auth),
}

fn main() {}
