pub const FORMAT: errbook::Body = errbook::body!({ .. });

fn main() {}
