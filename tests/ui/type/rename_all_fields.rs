#[derive(Debug, errbook::ApiError)]
#[api(display, rename_all_fields = "camelCase")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail)] at_most: u32 },
}

fn main() {}
