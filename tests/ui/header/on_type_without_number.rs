#[derive(Debug, errbook::ApiError)]
#[api(display, header("X-Error-Number" = "{number}", "X-Number" = "{number}"))]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
