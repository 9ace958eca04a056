#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone(#[api(source)] Box<dyn std::error::Error>);

fn main() {}
