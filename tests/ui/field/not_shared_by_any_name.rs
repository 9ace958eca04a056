use std::rc::Rc;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Counted")]
struct Counted(Rc<str>);

fn main() {}
