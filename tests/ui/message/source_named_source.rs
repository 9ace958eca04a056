#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no {source}")]
    Gone { source: std::io::Error },
}

fn main() {}
