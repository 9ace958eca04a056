use std::rc::Rc;
use std::sync::MutexGuard;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410)]
enum Gone<'a> {
    #[api(code = "Text")]
    Text(&'a str, String),
    #[api(code = "Locked")]
    Locked { id: u64, guard: Option<MutexGuard<'static, u8>> },
}

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Borrowed")]
struct Borrowed<'a>(Rc<&'a str>);

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Pointer")]
struct Pointer(*const u8, Option<Box<Self>>);

fn main() {
    let gone: Box<dyn errbook::ApiError> = Box::new(Pointer(std::ptr::null(), None));
    println!("{:?} {:?} {gone:?}", Gone::Text("", String::new()), Borrowed(Rc::new("")));
}
