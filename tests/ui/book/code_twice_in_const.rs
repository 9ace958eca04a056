use errbook::{Catalog, Entry, Item};

static A: Entry = Entry::new("shop::A", "A", 404, "NotFound");
static B: Entry = Entry::new("shop::B", "B", 404, "NotFound");
static ALL: Catalog = Catalog::new("All", &[Item::Entry(&A), Item::Entry(&B)]);

pub static BOOK: errbook::Book = errbook::Book::new("Shop", &[&ALL]);

fn main() {}
