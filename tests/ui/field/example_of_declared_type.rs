#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail(with = u32::to_string, json = "string"), example = 7)] what: u32 },
}

fn main() {}
