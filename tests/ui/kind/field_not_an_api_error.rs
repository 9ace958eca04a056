#[derive(Debug, errbook::ApiError)]
#[api(display)]
struct Problem {
    #[api(kind)]
    kind: std::io::ErrorKind,
    #[api(detail)]
    id: u8,
}

fn main() {}
