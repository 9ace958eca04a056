#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no {what}")]
    Gone { what: u32, #[api(status)] now: u16 },
}

fn main() {}
