#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Go ne")]
    Gone,
    #[api(status = 410, cod = "Away")]
    Away,
    #[api(status = 499, code = "Left")]
    Left,
}

fn main() {}
