#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "Wrong", message("{} of {} fields are wrong", .0.len()))]
struct Wrong(Vec<String>);

fn main() {}
