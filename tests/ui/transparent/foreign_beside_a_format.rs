#[derive(Debug, errbook::ApiError)]
#[api(display, body = errbook::body::PROBLEM)]
enum Upload {
    #[api(status = 413, code = "TooLarge")]
    TooLarge,
    #[api(transparent)]
    Disk(std::io::Error),
}

fn main() {}
