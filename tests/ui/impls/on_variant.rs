#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", impls(errbook_tests_plugin))]
    Gone,
}

fn main() {}
