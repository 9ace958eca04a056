#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api = "x"]
    Gone,
}

fn main() {}
