#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("X-Scope" = "a {}"))]
    Gone(String),
}

fn main() {}
