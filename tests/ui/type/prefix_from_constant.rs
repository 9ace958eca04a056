#[derive(Debug, errbook::ApiError)]
#[api(display, rename_all = "snake_case", prefix = PREFIX)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
