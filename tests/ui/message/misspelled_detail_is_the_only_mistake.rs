#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 500, code = "Gone", message = "no {what}")]
    Gone { #[api(detial)] what: u32 },
}

fn main() {}
