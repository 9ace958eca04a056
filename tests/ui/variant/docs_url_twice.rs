#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", docs_url = "/a", docs_url = "/b")]
    Gone,
}

fn main() {}
