#[derive(Debug, errbook::ApiError)]
#[api(display, rename_all = "snake_case", prefix = 7)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
