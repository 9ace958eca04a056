use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display)]
enum Error {
    #[api(status = 400; code = "A")]
    A,
}

fn main() {}
