#[derive(Debug, errbook::ApiError)]
#[api(status = 410, code = "Gone", impls(errbook_tests_plugin))]
struct Gone;

fn main() {}
