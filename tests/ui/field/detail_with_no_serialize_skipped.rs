struct Thing;
fn thing(_: &u32) -> Thing { Thing }
fn none(_: &u32) -> bool { true }

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail(with = thing, skip_if = none))] what: u32 },
}

fn main() {}
