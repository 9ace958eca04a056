struct Thing;

pub fn details(visitor: &mut errbook::DetailVisitor<'_>) {
    visitor.add("thing", &Thing);
}

fn main() {}
