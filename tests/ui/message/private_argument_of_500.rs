#[derive(Debug, errbook::ApiError)]
#[api(display, status = 500, code = "Broken", message("{} rows are broken", .rows.len()))]
struct Broken {
    rows: Vec<u8>,
}

fn main() {}
