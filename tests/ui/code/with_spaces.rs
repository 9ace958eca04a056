#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "It is gone")]
    Gone,
}

fn main() {}
