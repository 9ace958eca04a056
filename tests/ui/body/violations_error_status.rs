pub const FORMAT: errbook::Body = errbook::body!([..violations { "s": error.status }]);

fn main() {}
