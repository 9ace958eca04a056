#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", source)]
struct Problem;

fn main() {}
