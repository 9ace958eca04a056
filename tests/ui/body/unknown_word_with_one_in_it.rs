pub const FORMAT: errbook::Body = errbook::body!({ "code": the_code });

fn main() {}
