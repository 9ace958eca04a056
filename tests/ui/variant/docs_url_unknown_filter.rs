#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", docs_url = "/errors/{code | slugs}")]
    Gone,
}

fn main() {}
