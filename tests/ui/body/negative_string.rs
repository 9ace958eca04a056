pub const FORMAT: errbook::Body = errbook::body!({ "version": -"1" });

fn main() {}
