#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail, example = SEVEN)] what: u32 },
}

fn main() {}
