const BODY: errbook::Body = errbook::body!({ "limit": details. });

fn main() {}
