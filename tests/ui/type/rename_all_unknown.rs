#[derive(Debug, errbook::ApiError)]
#[api(display, rename_all = "snakecase")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
