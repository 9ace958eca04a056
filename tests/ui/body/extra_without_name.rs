pub const FORMAT: errbook::Body = errbook::body!({ "id": extra });

fn main() {}
