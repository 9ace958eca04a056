pub const FORMAT: errbook::Body = errbook::body!([..violations { "a": [..violations message] }]);

fn main() {}
