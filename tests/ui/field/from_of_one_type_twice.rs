#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410)]
enum Problem {
    #[api(code = "Read")]
    Read(#[api(from)] std::io::Error),
    #[api(code = "Write")]
    Write(#[api(from)] std::io::Error),
}

fn main() {}
