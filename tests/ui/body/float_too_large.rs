pub const FORMAT: errbook::Body = errbook::body!({ "version": 1e999 });

fn main() {}
