#[derive(Debug, Clone, Copy)]
enum Code {
    NotFound,
}

#[derive(Debug, errbook::ApiError)]
#[api(display, kind = Code::NotFound, message = "gone")]
struct Problem(#[api(detail = "id")] u8);

fn main() {
    let _ = Code::NotFound;
}
