const FOUND: http::StatusCode = http::StatusCode::FOUND;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = FOUND, code = "Moved")]
struct Moved;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Delegates {
    #[api(transparent)]
    Moved(Moved),
}

fn main() {}
