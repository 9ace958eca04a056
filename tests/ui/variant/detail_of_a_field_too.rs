#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", detail("live" = true))]
    Gone { #[api(detail)] live: bool },
}

fn main() {}
