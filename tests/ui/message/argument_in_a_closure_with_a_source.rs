#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "Wrong", message("{}", (1..3).map(|_| .0.to_string()).collect::<String>()))]
struct Wrong(#[api(source)] std::io::Error);

fn main() {}
