#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, rename_all = "snakecase", prefix = "a.")]
enum Problem {
    Gone,
}

fn main() {}
