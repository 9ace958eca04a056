#[derive(Debug, errbook::ApiError)]
#[api(display, axum, status = 404, code = "Gone")]
struct Gone {
    #[api(detail, skip_serializing_if = "Option::is_none")]
    id: Option<u64>,
    #[api(rename = "kind")]
    of: u8,
}

fn main() {}
