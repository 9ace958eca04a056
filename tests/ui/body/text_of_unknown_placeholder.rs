static BODY: errbook::Body = errbook::Body::text("{cod}");

fn main() {}
