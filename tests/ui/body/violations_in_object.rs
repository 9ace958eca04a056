pub const FORMAT: errbook::Body = errbook::body!({ ..violations { "m": message } });

fn main() {}
