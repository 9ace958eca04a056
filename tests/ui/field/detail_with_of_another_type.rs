#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail(with = std::time::Duration::as_millis))] what: u32 },
}

fn main() {}
