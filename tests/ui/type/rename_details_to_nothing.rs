#[derive(Debug, errbook::ApiError)]
#[api(display, rename_details = "PascalCase")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail)] __: u32 },
}

fn main() {}
