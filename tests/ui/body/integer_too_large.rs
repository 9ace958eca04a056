pub const FORMAT: errbook::Body = errbook::body!({ "version": 18446744073709551616 });

fn main() {}
