#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone(#[api(source)] std::io::Error, #[api(from)] std::fmt::Error),
}

fn main() {}
