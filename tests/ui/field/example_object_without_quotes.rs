#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail, example = { field: "name" })] what: serde_json::Value },
}

fn main() {}
