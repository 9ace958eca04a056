#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", impls())]
struct Gone;

fn main() {}
