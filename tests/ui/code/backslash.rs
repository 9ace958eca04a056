#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = r"errors\gone")]
    Gone,
}

fn main() {}
