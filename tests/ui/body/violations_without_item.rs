pub const FORMAT: errbook::Body = errbook::body!({ "e": [..violations] });

fn main() {}
