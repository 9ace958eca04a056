pub const FORMAT: errbook::Body = errbook::body!({ "code": code() });

fn main() {}
