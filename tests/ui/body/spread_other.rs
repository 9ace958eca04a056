pub const FORMAT: errbook::Body = errbook::body!({ ..metadata });

fn main() {}
