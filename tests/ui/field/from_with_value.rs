#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone(#[api(from = std::io::Error)] std::io::Error),
}

fn main() {}
