#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone(#[api(status)] u16, #[api(status)] u16),
}

fn main() {}
