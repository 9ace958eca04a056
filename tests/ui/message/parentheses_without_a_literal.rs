#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "Wrong", message(TEXT))]
struct Wrong;

const TEXT: &str = "wrong";

fn main() {}
