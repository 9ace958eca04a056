use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "A")]
struct Error {
    a: [u8; { const N: usize = 2; N }],
}

fn main() {
    Reply::new(&Error { a: [0, 0] });
}
