#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("Location" = "/7"))]
    Gone(#[api(header = "location")] u32),
}

fn main() {}
