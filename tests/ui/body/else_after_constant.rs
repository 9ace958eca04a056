pub const FORMAT: errbook::Body = errbook::body!({ "a": "x" else code });

fn main() {}
