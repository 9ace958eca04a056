#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 500, code = "Broken", message = "no {0}")]
    Gone(u32),
}

fn main() {}
