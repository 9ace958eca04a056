static BODY: errbook::Body = errbook::body!({ "max"?: details.max-items });

fn main() {}
