#[derive(Debug, errbook::ApiError)]
#[api(display, also(413))]
enum Problem {
    #[api(status = 400, code = "Invalid")]
    Invalid(#[api(status)] u16),
}

fn main() {}
