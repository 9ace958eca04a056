//! Where the log finds the route of a request.

use http::{Extensions, Uri};

/// Finds the pattern of the route that a request took, such as `/orders/{id}`, among the extensions that a router sets.
pub trait Routes: Clone {
    /// The pattern, cheap to keep until it is logged.
    type Route: AsRef<str>;

    /// Whether a service of this type, such as a router, starts its work when its future is polled. Then a call of it costs less:
    /// the request becomes current, and panics are answered, from the first poll on.
    fn starts_when_polled<S>() -> bool {
        false
    }

    /// Whether a service of this type is in a router that leaves out the bodies of replies to `HEAD`. Over HTTP/1, which sends none,
    /// the layer then keeps the body of an error, so that what is between, such as compression, knows its length.
    fn is_in_router<S>() -> bool {
        false
    }

    /// The route, if it is known.
    fn route(&self, extensions: &Extensions) -> Option<Self::Route>;

    /// The URI that the client sent, if the router may have shortened that of the request.
    fn original_uri<'e>(&self, _extensions: &'e Extensions) -> Option<&'e Uri> {
        None
    }
}

/// The routes of a service without a router that tells them.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoRoute;

impl Routes for NoRoute {
    type Route = &'static str;

    fn route(&self, _: &Extensions) -> Option<&'static str> {
        None
    }
}
