#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(transparent)]
    Text(String),
}

fn main() {}
