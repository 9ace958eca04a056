pub const FORMAT: errbook::Body = errbook::body!({ "a": if number number });

fn main() {}
