static BODY: errbook::Body = errbook::body!(details.limit.max);

fn main() {}
