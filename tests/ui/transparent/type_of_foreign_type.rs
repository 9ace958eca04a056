#[derive(Debug, errbook::ApiError)]
#[api(display, status = 401, code = "Auth")]
struct Auth;

#[derive(Debug, errbook::ApiError)]
#[api(display, transparent, from)]
enum Problem {
    Auth(Auth),
    Io(std::io::Error),
}

fn main() {}
