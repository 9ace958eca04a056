#[derive(Debug, errbook::ApiError)]
#[api(display, status = 500, code = "Io", from)]
struct Problem(std::io::Error);

fn main() {}
