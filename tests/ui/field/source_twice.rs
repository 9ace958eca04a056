#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone(#[api(source)] std::io::Error, #[api(source)] std::fmt::Error),
}

fn main() {}
