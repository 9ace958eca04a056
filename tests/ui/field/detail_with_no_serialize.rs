struct Thing;
fn thing(_: &u32) -> Thing { Thing }

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail(with = thing))] what: u32 },
}

fn main() {}
