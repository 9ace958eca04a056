#[derive(Debug, errbook::ApiError)]
#[api(display, status = 401, code = "Auth")]
struct Auth;

#[derive(Debug, errbook::ApiError)]
#[api(display, transparent, expose)]
enum Problem {
    Auth(Auth),
}

fn main() {}
