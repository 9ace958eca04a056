#[derive(Debug, errbook::ApiError)]
#[api(display, docs_url = URL)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
