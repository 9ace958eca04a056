#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, rename_all = "snake_case")]
enum Problem {
    Fält,
}

fn main() {}
