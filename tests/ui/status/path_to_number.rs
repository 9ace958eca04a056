const GONE: u16 = 410;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = GONE, code = "Gone")]
    Gone,
}

fn main() {}
