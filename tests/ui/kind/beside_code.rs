#[derive(Debug, errbook::ApiError)]
#[api(display, status = 404)]
enum Code {
    #[api(code = "NotFound")]
    NotFound,
    #[api(code = "Gone")]
    Gone(u8),
}

#[derive(Debug, errbook::ApiError)]
#[api(display, kind = Code::NotFound, status = 400, code = "Gone")]
struct Problem;

fn main() {}
