#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", number = 7u8)]
    Gone,
}

fn main() {}
