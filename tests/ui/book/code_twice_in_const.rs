use errbook::{Catalog, CatalogItem, Entry};

static A: Entry = Entry::new(404, "NotFound").with_type("shop::A", "A");
static B: Entry = Entry::new(404, "NotFound").with_type("shop::B", "B");
static ALL: Catalog = Catalog::new("All", &[CatalogItem::Entry(&A), CatalogItem::Entry(&B)]);

pub static BOOK: errbook::Book = errbook::Book::new("Shop", &[&ALL]);

fn main() {}
