use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, serialize, status = 410, code = "Gone", message = "no {0}")]
struct Gone(#[api(header = "X-A")] std::rc::Rc<str>, #[api(detail = "cell")] std::cell::Cell<u8>);

fn main() {
    let gone = Gone("tea".into(), std::cell::Cell::new(7));
    assert_eq!(gone.message(), "no tea");
    assert_eq!(errbook::Reply::new(&gone).to_http().headers()["x-a"], "tea");
}
