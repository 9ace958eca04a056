pub const FORMAT: errbook::Body = errbook::body!({ "version": NULL });

fn main() {}
