#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Catalogued {
    #[api(status = 410, code = "Gone")]
    Entry,
}

fn main() {
    assert_eq!(<Catalogued as errbook::Catalogued>::CATALOG.name, "Catalogued");
    assert_eq!(errbook::ApiError::entry(&Catalogued::Entry).variant(), "Entry");
}
