use errbook_tests_plugin::Describe as _;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", impls(errbook_tests_plugin(service = "shop"), errbook_tests_plugin))]
struct Gone;

fn main() {
    println!("{}", Gone.describe());
}
