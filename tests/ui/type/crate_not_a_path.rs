#[derive(Debug, errbook::ApiError)]
#[api(display, crate = "errbook")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
