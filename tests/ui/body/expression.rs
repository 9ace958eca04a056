pub const FORMAT: errbook::Body = errbook::body!({ "sum": 1 + 1 });

fn main() {}
