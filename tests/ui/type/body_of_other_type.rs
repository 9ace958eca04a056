const TEXT: &str = "PROBLEM";

#[derive(Debug, errbook::ApiError)]
#[api(display, body = TEXT)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
