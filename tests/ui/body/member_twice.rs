pub const FORMAT: errbook::Body = errbook::body!({ "code": code, "code": number });

fn main() {}
