#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no {what}")]
    Gone { #[api(example = true)] what: u32 },
}

fn main() {}
