pub const FORMAT: errbook::Body = errbook::body!({ "what": details.what });

fn main() {}
