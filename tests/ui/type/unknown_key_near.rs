#[derive(Debug, errbook::ApiError)]
#[api(dispaly, display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
