fn main() {
    let error: Box<dyn errbook::ApiError> = Box::new(std::fmt::Error);
    println!("{error}");
}
