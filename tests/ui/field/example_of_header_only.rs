#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(header = "X-What", example = true)] what: u32 },
}

fn main() {}
