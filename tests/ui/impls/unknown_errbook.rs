use errbook_tests_plugin::{Describe, Failure};

#[derive(Debug, errbook::ApiError)]
#[api(crate = mistakes, display, status = 410, code = "Gone", impls(errbook_tests_plugin))]
struct Gone;

fn main() {
    println!("{} {:?}", Gone.describe(), Failure::from(Gone));
}
