use errbook_tests_plugin::{Describe, shared::Shared};

#[derive(Clone, Debug, errbook::ApiError)]
#[api(display, impls(errbook_tests_plugin, "crate::web", "not a path", 7, crate::, errbook_tests_plugin::shared))]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {
    println!("{}", Problem::Gone.share().describe());
}
