#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", example = 7)]
    Gone,
}

fn main() {}
