#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(detail("live" = true), transparent)]
    Gone(std::io::Error),
}

fn main() {}
