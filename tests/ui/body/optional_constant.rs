pub const FORMAT: errbook::Body = errbook::body!({ "success"?: false });

fn main() {}
