#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", number = 7, number = 8)]
    Gone,
}

fn main() {}
