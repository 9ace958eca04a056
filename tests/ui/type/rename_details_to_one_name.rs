#[derive(Debug, errbook::ApiError)]
#[api(display, rename_details = "camelCase")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail)] at_most: u32, #[api(detail)] at__most: u32 },
}

fn main() {}
