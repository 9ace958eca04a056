#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, rename_all = "snake_case", prefix = "our errors.")]
enum Problem {
    Gone,
    Away,
}

fn main() {}
