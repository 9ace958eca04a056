use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "A")]
struct Error {
    a: u8,
    b: std::cell::Cell<u8>,
}

fn main() {}
