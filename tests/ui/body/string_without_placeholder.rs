pub const FORMAT: errbook::Body = errbook::body!({ "all": "{}" });

fn main() {}
