#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = 1003)]
    Gone,
}

fn main() {}
