pub const FORMAT: errbook::Body = errbook::body!({ "version": -9223372036854775809 });

fn main() {}
