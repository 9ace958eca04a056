#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", shared, shared)]
    Gone,
}

fn main() {}
