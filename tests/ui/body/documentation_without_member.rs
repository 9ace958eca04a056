pub const FORMAT: errbook::Body = errbook::body!({
    "code": code,
    /// The end.
});

fn main() {}
