#[derive(Debug, errbook::ApiError)]
#[api(display, prefix = "auth.", status = 401)]
enum Problem {
    Expired,
    #[api(status = 403)]
    Forbidden,
}

fn main() {}
