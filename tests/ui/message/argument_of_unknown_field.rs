#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "Wrong", message("{} fields are wrong", .field.len()))]
struct Wrong {
    fields: Vec<String>,
}

fn main() {}
