pub const FORMAT: errbook::Body = errbook::body!({ "status": "{stauts}" });

fn main() {}
