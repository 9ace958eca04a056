#[derive(Debug, errbook::ApiError)]
#[api(display, status = 401, code = "Auth")]
struct Auth;

#[derive(Debug, errbook::ApiError)]
#[api(display, transparent, from(std::io::Error))]
enum Problem {
    Auth(Auth),
}

fn main() {}
