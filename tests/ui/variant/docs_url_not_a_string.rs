#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", docs_url = 410)]
    Gone,
}

fn main() {}
