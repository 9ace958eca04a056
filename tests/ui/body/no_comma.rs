pub const FORMAT: errbook::Body = errbook::body!({ "code": code "message": message });

fn main() {}
