pub const FORMAT: errbook::Body = errbook::body!({ "code": error.code });

fn main() {}
