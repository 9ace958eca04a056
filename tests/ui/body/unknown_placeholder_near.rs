pub const FORMAT: errbook::Body = errbook::body!({ "message": mesage });

fn main() {}
