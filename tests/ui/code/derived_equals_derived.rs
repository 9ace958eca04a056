#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, rename_all = "lowercase")]
enum Problem {
    NoOrder,
    Noorder,
}

fn main() {}
