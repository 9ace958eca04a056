#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", meta(owner = "a", owner = "b"))]
    Gone,
}

fn main() {}
