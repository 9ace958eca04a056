#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "Wrong", message("cannot read: {}", .source.kind()))]
struct Wrong {
    source: std::io::Error,
}

fn main() {}
