#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", since = "version 1.2")]
    Gone,
}

fn main() {}
