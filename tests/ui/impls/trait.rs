use errbook_tests_plugin::Describe;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", impls(Describe))]
struct Gone;

fn main() {}
