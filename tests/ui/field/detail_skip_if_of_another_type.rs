#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail(skip_if = str::is_empty))] what: u32 },
}

fn main() {}
