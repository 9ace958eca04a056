#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 500, code = "Gone", header("X-Scope" = "{scope}"))]
    Gone { scope: String },
}

fn main() {}
