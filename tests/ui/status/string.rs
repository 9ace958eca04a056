#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = "400", code = "Gone")]
    Gone,
}

fn main() {}
