use errbook::Violation;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 422, code = "Invalid")]
struct Invalid {
    #[api(violations)]
    body: Vec<Violation>,
    #[api(violations)]
    query: Vec<Violation>,
}

fn main() {}
