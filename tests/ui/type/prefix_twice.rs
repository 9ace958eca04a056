#[derive(Debug, errbook::ApiError)]
#[api(display, rename_all = "snake_case", prefix = "a.", prefix = "b.")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
