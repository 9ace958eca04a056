#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "Wrong", message("wrong: {}", .0.as_slice()))]
struct Wrong(Vec<u8>);

fn main() {}
