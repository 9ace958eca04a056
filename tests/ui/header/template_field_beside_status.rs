#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("X-Scope" = "{0}"))]
    Gone(String, #[api(status)] u16),
}

fn main() {}
