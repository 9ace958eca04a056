#[derive(Debug, errbook::ApiError)]
#[api(display, status = 401, code = "Auth")]
struct Auth;

#[derive(Debug, errbook::ApiError)]
#[api(display, transparent, rename_all = "snake_case")]
struct Problem(Auth);

fn main() {}
