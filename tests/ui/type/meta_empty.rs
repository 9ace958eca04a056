#[derive(Debug, errbook::ApiError)]
#[api(display, meta())]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
