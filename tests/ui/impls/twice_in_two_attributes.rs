#[derive(Debug, errbook::ApiError)]
#[api(display, impls(errbook_tests_plugin))]
#[api(impls(errbook_tests_plugin::shared, r#errbook_tests_plugin))]
#[derive(Clone)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
