#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail, example = -7)] what: Option<u64> },
}

fn main() {}
