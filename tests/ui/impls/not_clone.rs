#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", impls(errbook_tests_plugin::shared))]
struct Gone;

fn main() {}
