pub const FORMAT: errbook::Body = errbook::body!({ "type": type_nam });

fn main() {}
