#[derive(Debug, errbook::ApiError)]
#[api(display, crate = ::http)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
