#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", redact, message = "it is gone")]
    Gone,
}

fn main() {}
