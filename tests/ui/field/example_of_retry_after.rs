#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(retry_after, example = "30s")] what: std::time::Duration },
}

fn main() {}
