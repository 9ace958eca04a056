use errbook_tests_plugin::Describe;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", impls(errbook_tests_plugin[service = "shop"]))]
struct Gone;

fn main() {
    println!("{}", Gone.describe());
}
