pub const FORMAT: errbook::Body = errbook::body!({ "meta"?: { "version": 1 } });

fn main() {}
