#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone(#[api(header = "X-A", header = "X-B")] u32),
}

fn main() {}
