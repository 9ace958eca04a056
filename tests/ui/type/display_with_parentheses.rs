#[derive(Debug, errbook::ApiError)]
#[api(display(fmt))]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
