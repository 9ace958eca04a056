#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "Wrong", message("{}", .0.iter().map(|it| it +).count()))]
struct Wrong(Vec<u8>);

fn main() {}
