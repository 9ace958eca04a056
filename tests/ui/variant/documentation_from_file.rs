#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[doc = include_str!("documentation_from_file.rs")]
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
