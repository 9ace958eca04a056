pub const FORMAT: errbook::Body = errbook::body!({
    #[cfg(all())]
    "code": code,
});

fn main() {}
