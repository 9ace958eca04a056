#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone(#[api(header = "X-A")] u32, #[api(header = "x-a")] u32),
}

fn main() {}
