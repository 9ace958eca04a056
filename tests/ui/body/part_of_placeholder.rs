pub const FORMAT: errbook::Body = errbook::body!({ "status": status.code });

fn main() {}
