use errbook::ApiError;
use std::fmt::Debug;

trait Api: Debug {
    type Id: Debug;
    type Cause: std::error::Error + 'static;
}

#[derive(Debug)]
struct Shop;

impl Api for Shop {
    type Id = u32;
    type Cause = std::fmt::Error;
}

#[derive(Debug, ApiError)]
#[api(display, status = 404)]
enum Problem<A: Api> {
    #[api(code = "NoOrder", message = "no order {id}")]
    NoOrder {
        #[api(detail)]
        id: A::Id,
    },
    #[api(code = "Cause")]
    Cause(#[api(source)] <A as Api>::Cause),
    #[api(code = "Both")]
    Both(#[api(source)] Option<A::Cause>, #[api(detail = "ids")] Vec<A::Id>),
}

#[test]
fn works() {
    use std::error::Error as _;
    let error: Problem<Shop> = Problem::NoOrder { id: 7 };
    assert_eq!(crate::message_of(&error), "no order 7");
    assert!(Problem::<Shop>::Cause(std::fmt::Error).source().is_some());
    assert!(Problem::<Shop>::Both(None, vec![1]).source().is_none());
}
