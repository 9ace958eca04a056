#[derive(Debug)]
struct Thing;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone { #[api(detail)] what: Vec<Thing> },
}

fn main() {}
