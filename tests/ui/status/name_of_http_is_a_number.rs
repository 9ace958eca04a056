const NOT_FOUND: u16 = 404;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = NOT_FOUND, code = "NotFound")]
    NotFound,
}

fn main() {}
