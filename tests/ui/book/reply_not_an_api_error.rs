fn main() {
    println!("{}", errbook::Reply::new(&std::fmt::Error));
}
