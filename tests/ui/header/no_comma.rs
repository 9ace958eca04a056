#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("X-A" = "a" "X-B" = "b"))]
    Gone,
}

fn main() {}
