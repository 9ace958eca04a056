use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display)]
enum Error {
    A { #[api(status = 404)] id: u8 },
}

fn main() {}
