use errbook::{AnyError, ApiError, Reply};

fn reply(any: &AnyError, boxed: &Box<dyn ApiError>) {
    Reply::new(any);
    Reply::new(boxed);
}

fn main() {}
