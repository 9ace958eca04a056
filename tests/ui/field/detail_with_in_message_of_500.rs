#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 500, code = "Gone", message = "{what}")]
    Gone { #[api(detail(with = u32::to_string))] what: u32 },
}

fn main() {}
