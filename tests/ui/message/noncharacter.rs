#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum OrderError {
    #[api(status = 410, code = "Gone", message = "gone\u{FDD0}for good")]
    Gone,
}

fn main() {}
