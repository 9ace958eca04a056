const BODY: errbook::Body = errbook::body!(7);

fn main() {}
