use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 400)]
enum Error {
    #[api(code = "A", message = "no {}", id)]
    A { id: u8 },
    #[api(message = "no {} of {:?}", .ids.len(), 4, code = "B")]
    B { ids: Vec<u8> },
}

fn main() {}
