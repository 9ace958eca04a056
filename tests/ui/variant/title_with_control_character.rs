#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", title = "a\u{1E}b")]
    Gone,
}

fn main() {}
