static BODY: errbook::Body = errbook::Body::text("{details}");

fn main() {}
