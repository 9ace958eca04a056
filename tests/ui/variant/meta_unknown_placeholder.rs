#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", meta(key = "errors.{nummer}"))]
    Gone,
}

fn main() {}
