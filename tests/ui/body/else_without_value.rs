pub const FORMAT: errbook::Body = errbook::body!({ "a": code else });

fn main() {}
