pub const FORMAT: errbook::Body = errbook::body!({ "owner": meta."owner" });

fn main() {}
