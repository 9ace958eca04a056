pub const FORMAT: errbook::Body = errbook::body!({ "e": [..violatons message] });

fn main() {}
