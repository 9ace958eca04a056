pub const FORMAT: errbook::Body = errbook::body!([..violations "{details}"]);

fn main() {}
