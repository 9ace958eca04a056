const WITHDRAWN: u16 = 410;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = WITHDRAWN, code = "Gone")]
    Gone,
}

fn main() {}
