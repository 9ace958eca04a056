#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = gone(), code = "Gone")]
    Gone,
}

fn main() {}
