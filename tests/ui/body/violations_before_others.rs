pub const FORMAT: errbook::Body = errbook::body!([..violations message, code]);

fn main() {}
