pub const FORMAT: errbook::Body = errbook::body!({ "code": code } "more");

fn main() {}
