pub const FORMAT: errbook::Body = errbook::body!({ "owner": meta });

fn main() {}
