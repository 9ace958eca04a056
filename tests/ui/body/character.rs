pub const FORMAT: errbook::Body = errbook::body!({ "version": 'a' });

fn main() {}
