#[derive(Debug, errbook::ApiError)]
#[api]
struct Problem;

fn main() {}
