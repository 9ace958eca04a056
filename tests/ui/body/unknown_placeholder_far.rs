pub const FORMAT: errbook::Body = errbook::body!({ "code": internationalization });

fn main() {}
