#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail(skip_serializing_if = Vec::is_empty))] what: Vec<u32> },
}

fn main() {}
