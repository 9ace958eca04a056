#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404)]
enum Problem {
    #[api(code = "no-order")]
    Literal,
    #[api(code = NO_ORDER)]
    Constant,
}

const NO_ORDER: &str = "no-order";

fn main() {}
