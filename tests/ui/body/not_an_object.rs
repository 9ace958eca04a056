pub const FORMAT: errbook::Body = errbook::body!(code);

fn main() {}
