#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 500, code = "Broken", message = "no {what}")]
    Gone { what: u32 },
}

fn main() {}
