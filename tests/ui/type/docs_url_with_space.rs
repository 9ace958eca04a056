#[derive(Debug, errbook::ApiError)]
#[api(display, docs_url = "https://example.com/our errors")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
