pub const FORMAT: errbook::Body = errbook::body!([..violations { "p": pointr }]);

fn main() {}
