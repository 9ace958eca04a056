pub const FORMAT: errbook::Body = errbook::body!({ "version": 1u8 });

fn main() {}
