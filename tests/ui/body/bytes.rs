pub const FORMAT: errbook::Body = errbook::body!({ "version": b"1" });

fn main() {}
