#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("X-Scope" = "{scpe}"))]
    Gone { scope: String },
}

fn main() {}
