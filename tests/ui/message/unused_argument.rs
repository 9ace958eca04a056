#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "Wrong", message("{} fields are wrong", .fields.len(), limit = 3))]
struct Wrong {
    fields: Vec<String>,
}

fn main() {}
