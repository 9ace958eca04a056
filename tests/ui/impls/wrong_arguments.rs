#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", impls(errbook_tests_plugin(server = "shop")))]
struct Gone;

fn main() {}
