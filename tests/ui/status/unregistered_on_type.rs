#[derive(Debug, errbook::ApiError)]
#[api(display, status = 499)]
enum Problem {
    #[api(code = "Away", title = "Away")]
    Away,
    #[api(code = "Gone")]
    Gone,
}

fn main() {}
