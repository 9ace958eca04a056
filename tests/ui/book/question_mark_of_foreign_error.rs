use errbook::{AnyError, ApiError};

fn any() -> Result<Vec<u8>, AnyError> {
    Ok(std::fs::read("a")?)
}

fn boxed() -> Result<Vec<u8>, Box<dyn ApiError>> {
    Ok(std::fs::read("a")?)
}

fn main() {}
