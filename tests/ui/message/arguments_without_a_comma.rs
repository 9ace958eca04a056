#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "Missing", message("{} of {} fields are missing", .0 "2"))]
struct Missing(u8);

fn main() {}
