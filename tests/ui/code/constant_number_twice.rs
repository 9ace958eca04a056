#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404)]
enum Problem {
    #[api(code = "a", number = ONE)]
    First,
    #[api(code = "b", number = 1)]
    Second,
}

const ONE: i64 = 1;

fn main() {}
