#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api]
    Gone,
}

fn main() {}
