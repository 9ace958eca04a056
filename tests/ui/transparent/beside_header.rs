#[derive(Debug, errbook::ApiError)]
#[api(display, status = 401, code = "Auth")]
struct Auth;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(transparent, header("X-A" = "a"))]
    Auth(Auth),
}

fn main() {}
