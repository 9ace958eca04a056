pub const FORMAT: errbook::Body = errbook::body!({ ...details });

fn main() {}
