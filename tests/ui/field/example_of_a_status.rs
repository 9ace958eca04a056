#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(status, example = 404)] what: u16 },
}

fn main() {}
