use std::rc;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410)]
enum Gone {
    #[api(code = "Object")]
    Object(#[api(source)] Option<Box<dyn std::error::Error>>),
    #[api(code = "Sent")]
    Sent { inner: Box<dyn core::error::Error + Send> },
    #[api(code = "Counted")]
    Counted(Vec<rc::Rc<str>>),
    #[api(code = "Wrapped")]
    Wrapped(std::sync::Arc<dyn std::error::Error + Sync>),
}

fn main() {}
