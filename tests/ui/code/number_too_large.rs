#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", number = 9223372036854775808)]
    Gone,
}

fn main() {}
