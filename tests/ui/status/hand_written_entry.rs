pub static GONE: errbook::Entry = errbook::Entry::new(200, "Gone").with_type("shop::Gone", "Gone");

fn main() {}
