pub const FORMAT: errbook::Body = errbook::body!({ "code": , "message": message });

fn main() {}
