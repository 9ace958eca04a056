#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no {2}")]
    Gone(u32, u32),
}

fn main() {}
