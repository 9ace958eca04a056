pub const FORMAT: errbook::Body = errbook::body!({
    #[doc = env!("CARGO_PKG_NAME")]
    "code": code,
});

fn main() {}
