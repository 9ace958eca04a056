pub const FORMAT: errbook::Body = errbook::body!({ "what": message.what });

fn main() {}
