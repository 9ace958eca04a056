use errbook_tests_plugin::{Describe, Failure};

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", impls(errbook_tests_plugin))]
struct Gone([u8; { const N: usize = 2; N }]);

fn main() {
    println!("{} {:?}", Gone([1, 2]).describe(), Failure::from(Gone([1, 2])));
}
