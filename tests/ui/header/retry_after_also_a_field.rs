#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("Retry-After" = "7"))]
    Gone(#[api(retry_after)] u32),
}

fn main() {}
