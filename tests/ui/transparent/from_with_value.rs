#[derive(Debug, errbook::ApiError)]
#[api(display, status = 401, code = "Auth")]
struct Auth;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(transparent, from = std::io::Error)]
    Auth(Auth),
}

fn main() {}
