#[derive(Debug, errbook::ApiError)]
#[api(display, header("X-Error-Code" = "{kind}"))]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
