pub const FORMAT: errbook::Body = errbook::body!({
    #[doc = concat!("a", "b")]
    "code": code,
});

fn main() {}
