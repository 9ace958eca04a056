#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(transparent)]
    Io(std::io::Error),
}

fn main() {}
