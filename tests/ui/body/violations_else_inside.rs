pub const FORMAT: errbook::Body = errbook::body!([..violations message else [code]]);

fn main() {}
