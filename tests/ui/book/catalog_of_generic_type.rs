#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, code = "A")]
struct Error<T: std::fmt::Debug>(T);

fn main() {
    Error::<u8>::CATALOG;
}
