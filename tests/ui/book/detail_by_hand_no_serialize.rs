struct Thing;

pub fn details(visit: &mut errbook::VisitDetails<'_>) {
    visit("thing", &Thing);
}

fn main() {}
