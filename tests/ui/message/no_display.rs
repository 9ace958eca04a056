#[derive(Debug)]
struct Thing;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no {what}")]
    Gone { what: Thing },
}

fn main() {}
