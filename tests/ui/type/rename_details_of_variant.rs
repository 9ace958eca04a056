#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", rename_details = "camelCase")]
    Gone { #[api(detail)] at_most: u32 },
}

fn main() {}
