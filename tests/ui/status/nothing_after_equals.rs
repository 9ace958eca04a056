#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(code = "Gone", status =)]
    Gone,
}

fn main() {}
