#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404)]
enum Code {
    #[api(code = "NotFound")]
    NotFound,
    #[api(code = "Gone")]
    Gone(u8),
}

#[derive(Debug, errbook::ApiError)]
#[api(display, message = "{0:?}")]
struct Problem(#[api(kind)] Code);

fn main() {}
