pub const FORMAT: errbook::Body = errbook::body!({ "all": "{code" });

fn main() {}
