#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", rename_all = "snake_case")]
    Gone,
}

fn main() {}
