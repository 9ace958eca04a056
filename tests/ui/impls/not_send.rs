use errbook_tests_plugin::Failure;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", impls(errbook_tests_plugin))]
struct Gone(std::sync::MutexGuard<'static, u8>);

fn answer(gone: Gone) -> Failure {
    gone.into()
}

fn main() {}
