pub const FORMAT: errbook::Body = errbook::body!({ "at": pointer });

fn main() {}
