pub const FORMAT: errbook::Body = errbook::body!({ "a": if violations, "b": code });

fn main() {}
