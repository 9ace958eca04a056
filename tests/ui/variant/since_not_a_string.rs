#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", since = 1.2)]
    Gone,
}

fn main() {}
