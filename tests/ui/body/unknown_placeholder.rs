pub const FORMAT: errbook::Body = errbook::body!({ "code": order });

fn main() {}
