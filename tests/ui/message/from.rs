#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no: {0}")]
    Gone(#[api(from)] std::io::Error),
}

fn main() {}
