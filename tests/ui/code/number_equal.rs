#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410)]
enum Problem {
    #[api(code = "Gone", number = 7)]
    Gone,
    #[api(code = "Away", number = 7)]
    Away,
}

fn main() {}
