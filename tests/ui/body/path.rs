pub const FORMAT: errbook::Body = errbook::body!({ "code": errbook::code });

fn main() {}
