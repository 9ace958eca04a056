#[derive(Debug, errbook::ApiError)]
#[api(display, crate = ::mistakes)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
