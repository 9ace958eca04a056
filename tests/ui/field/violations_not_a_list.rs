#[derive(Debug, errbook::ApiError)]
#[api(display, status = 422, code = "Invalid")]
struct Invalid {
    #[api(violations)]
    errors: Vec<String>,
}

fn main() {}
