pub const FORMAT: errbook::Body = errbook::body!({ "version": Infinity });

fn main() {}
