pub const FORMAT: errbook::Body = errbook::body!({ "all": "{metadata}" });

fn main() {}
