pub const FORMAT: errbook::Body = errbook::body!({ "a": if violations if violations 1 });

fn main() {}
