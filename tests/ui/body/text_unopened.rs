static BODY: errbook::Body = errbook::Body::text("code}");

fn main() {}
