#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "Wrong", message("{} of {} fields are wrong", .0, , 2))]
struct Wrong(u8);

fn main() {}
