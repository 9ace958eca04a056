use errbook_tests_plugin::Failure;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", impls(errbook_tests_plugin))]
struct Gone<'a>(&'a str);

fn main() {
    println!("{:?}", Failure::from(Gone("tea")));
}
