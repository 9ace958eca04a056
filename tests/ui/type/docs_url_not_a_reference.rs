use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 400, docs_url = "https://example.com/[errors]/{code}")]
enum Error {
    #[api(code = "A", docs_url = "/100%/{code}")]
    A,
    #[api(code = "B", docs_url = "/errors#b#{code}")]
    B,
    #[api(code = "C", docs_url = "7:{code}")]
    C,
}

fn main() {}
