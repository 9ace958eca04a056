pub const FORMAT: errbook::Body = errbook::body!({ ..details, ..details });

fn main() {}
