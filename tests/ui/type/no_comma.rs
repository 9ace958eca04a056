#[derive(Debug, errbook::ApiError)]
#[api(display serialize)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
