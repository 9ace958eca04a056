use errbook::{ApiError, Reply};

#[derive(Debug)]
struct Bytes<const N: usize>;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Gone")]
struct Gone<T> where T: std::fmt::Debug, {
    bytes: Bytes<{ let n = 1; n + 1 }>, t: T,
}

fn main() {
    Reply::new(&Gone { bytes: Bytes, t: 1 });
}
