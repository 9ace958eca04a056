use errbook_tests_plugin::{Describe, Failure, shared::Shared};

#[derive(Clone, Debug, errbook::ApiError)]
#[api(display, impls(errbook_tests_plugin, errbook_tests_plugin::shared))]
enum Problem<T> {
    #[api(status = 200, code = "Gone")]
    Gone(T),
}

fn main() {
    println!("{} {:?}", Problem::Gone(1).share().describe(), Failure::from(Problem::Gone(1)));
}
