#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    Gone,
}

fn main() {}
