pub const FORMAT: errbook::Body = errbook::body!([1, ..violations message]);

fn main() {}
