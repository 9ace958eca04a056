#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "Wrong", message("{} fields are wrong", if .0 { 1 } else { 2 }))]
struct Wrong(bool);

fn main() {}
