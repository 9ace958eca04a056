pub const FORMAT: errbook::Body = errbook::body!({ "all": "{status:>5}" });

fn main() {}
