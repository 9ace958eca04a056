pub const FORMAT: errbook::Body = errbook::body!({ "all": "{details}" });

fn main() {}
