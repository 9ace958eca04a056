use errbook_tests_plugin::{Describe, shared::Shared};

#[derive(Clone, Debug, errbook::ApiError)]
#[api(display, status = 410, code = "Gone", impls(errbook_tests_plugin errbook_tests_plugin::shared))]
struct Gone;

fn main() {
    println!("{}", Gone.share().describe());
}
