//! `transparent` over a type parameter.

use errbook::{ApiError, HasCatalog, Reply};

use crate::message_of;

#[derive(Debug, ApiError)]
#[api(display)]
enum Layer<E> {
    #[api(status = 503, code = "Overloaded")]
    Overloaded,
    #[api(transparent)]
    Inner(E),
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Missing", message = "no {0}")]
struct Missing<T>(T);

#[test]
fn delegates() {
    let error: Layer<Layer<Missing<u8>>> = Layer::Inner(Layer::Inner(Missing(7)));
    assert_eq!(Reply::new(&error).to_string(), r#"{"code":"Missing","message":"no 7"}"#);
    let error = Layer::<Missing<u8>>::Overloaded;
    assert_eq!(error.status(), 503);
}

#[test]
fn the_catalog_is_that_of_the_instance() {
    let codes = |catalog: &errbook::Catalog| catalog.entries().map(errbook::Entry::code).collect::<Vec<_>>();
    assert_eq!(codes(Layer::<Missing<u8>>::CATALOG), ["Overloaded", "Missing"]);
    assert_eq!(codes(Layer::<Box<dyn ApiError>>::CATALOG), ["Overloaded"]);
}

#[test]
fn over_a_boxed_error() {
    let error: Layer<Box<dyn ApiError + Send + Sync>> = Layer::Inner(Box::new(Missing("tea")));
    assert_eq!(message_of(&error), "no tea");
}
