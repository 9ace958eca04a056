pub static GONE: errbook::Entry = errbook::Entry::new("shop::Gone", "Gone", 200, "Gone");

fn main() {}
