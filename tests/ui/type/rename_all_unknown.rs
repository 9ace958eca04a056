#[derive(Debug, errbook::ApiError)]
#[api(display, rename_all = "Title Case")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
