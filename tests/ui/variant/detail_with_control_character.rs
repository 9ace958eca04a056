#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", detail("a\u{1E}b" = 1))]
    Gone,
}

fn main() {}
