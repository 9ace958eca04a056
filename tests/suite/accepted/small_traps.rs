//! What once broke: a pointer twice, a deprecated type, a parameter `__S`, a raw type name, a body in a `let`, recursion,
//! fill characters that look like arguments.
#![deny(warnings)]

use errbook::{ApiError, HasCatalog};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Pointers", message = "{0:p} {0:p} {1:*^5} {1:$>3}")]
struct Pointers(&'static u8, u8);

#[deprecated]
#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Old")]
pub struct Old;

#[allow(non_camel_case_types)]
#[derive(Debug, ApiError)]
#[api(display, serialize, status = 400, code = "Raw")]
struct r#type<__S: std::fmt::Debug>(#[allow(dead_code)] __S);

#[derive(Debug, ApiError)]
#[api(display, status = 400)]
enum List<T: std::fmt::Debug + std::fmt::Display> {
    #[api(code = "Node", message = "{0}, then {1}")]
    Node(T, Box<List<T>>),
    #[api(code = "End")]
    End,
}

#[test]
fn works() {
    let body = errbook::body!({ "code": code });
    assert_eq!(body.root().members().len(), 1);
    static SEVEN: u8 = 7;
    assert!(crate::message_of(&Pointers(&SEVEN, 7)).ends_with(" **7** $$7"));
    assert_eq!(r#type(7).entry().type_name(), "type");
    assert_eq!(crate::message_of(&List::Node(1, Box::new(List::End))), "1, then Bad Request");
    assert_eq!(<List<u8>>::CATALOG.entries().count(), 2);
}
