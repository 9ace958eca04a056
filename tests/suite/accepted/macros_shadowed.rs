#![allow(unused_macros)]
macro_rules! write {
    ($($any:tt)*) => {
        compile_error!("not this one")
    };
}
macro_rules! concat {
    ($($any:tt)*) => {
        compile_error!("not this one")
    };
}
macro_rules! module_path {
    ($($any:tt)*) => {
        compile_error!("not this one")
    };
}
macro_rules! format_args {
    ($($any:tt)*) => {
        compile_error!("not this one")
    };
}
macro_rules! unreachable {
    ($($any:tt)*) => {
        compile_error!("not this one")
    };
}

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", message = "no {0}")]
struct Gone(u8);

#[test]
fn works() {
    assert_eq!(Gone(1).to_string(), "no 1");
}
