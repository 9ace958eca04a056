const WITHDRAWN: u16 = 410;
const AWAY: i32 = 410;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = WITHDRAWN, code = "Withdrawn")]
    Withdrawn,
    #[api(status = AWAY, code = "Away")]
    Away,
}

fn main() {}
