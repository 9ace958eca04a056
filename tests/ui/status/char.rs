#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = '4', code = "Gone")]
    Gone,
}

fn main() {}
