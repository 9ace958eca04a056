#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = NOT_FOUN, code = "NotFound")]
    NotFound,
}

fn main() {}
