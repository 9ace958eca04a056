pub const FORMAT: errbook::Body = errbook::body!({ "version": 1.0f32 });

fn main() {}
