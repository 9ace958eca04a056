#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail(json = "map<integer, string>"))] what: u32 },
}

fn main() {}
