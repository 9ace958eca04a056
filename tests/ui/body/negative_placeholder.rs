pub const FORMAT: errbook::Body = errbook::body!({ "code": -number });

fn main() {}
