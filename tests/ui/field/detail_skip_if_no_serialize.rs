#[derive(Debug)]
struct Thing;
fn none(_: &Thing) -> bool { true }

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail(skip_if = none))] what: Thing },
}

fn main() {}
