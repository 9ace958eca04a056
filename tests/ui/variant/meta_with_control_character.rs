#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", meta(key = "a\u{1F}b"))]
    Gone,
}

fn main() {}
