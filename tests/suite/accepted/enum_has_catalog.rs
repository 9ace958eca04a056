#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum HasCatalog {
    #[api(status = 410, code = "Gone")]
    Entry,
}

#[test]
fn works() {
    assert_eq!(<HasCatalog as errbook::HasCatalog>::CATALOG.name(), "HasCatalog");
    assert_eq!(errbook::ApiError::entry(&HasCatalog::Entry).variant(), "Entry");
}
