pub const FORMAT: errbook::Body = errbook::body!([..violations { "s": error.cod }]);

fn main() {}
