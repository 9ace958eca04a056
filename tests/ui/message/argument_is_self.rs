#[derive(Debug, errbook::ApiError)]
#[api(display, status = 500, code = "Wrong", message("wrong: {}", self.0.len()))]
struct Wrong(Vec<u8>);

fn main() {}
