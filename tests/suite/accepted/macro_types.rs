use errbook::{ApiError, Reply};

macro_rules! error {
    ($(#[$attr:meta])* $vis:vis $name:ident($detail:ty, $option:ty, $source:ty, $wait:ty, $inner:ty)) => {
        $(#[$attr])*
        #[derive(Debug, ApiError)]
        #[api(display)]
        $vis enum $name {
            #[api(status = 410, code = "Gone", message = "no {0}")]
            Gone(#[api(detail = "what")] $detail, #[api(header = "X-A")] $option, #[api(retry_after)] $wait),
            #[api(status = 500, code = "Broken")]
            Broken(#[api(source)] $source),
            #[api(transparent)]
            Inner($inner),
        }
    };
}

error! {
    /// What can be gone.
    pub Problem(u32, Option<u8>, Option<std::fmt::Error>, Option<std::time::Duration>, Inner)
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Inner")]
pub struct Inner;

#[test]
fn works() {
    use std::error::Error as _;
    let gone = Problem::Gone(7, Some(8), None);
    assert_eq!(Reply::new(&gone).to_response().headers()["x-a"], "8");
    assert_eq!(<Problem as errbook::HasCatalog>::CATALOG.description(), "What can be gone.");
    assert_eq!(gone.entry().details().next().unwrap().ty(), "u32");
    assert!(Problem::Broken(Some(std::fmt::Error)).source().is_some());
    assert_eq!(Problem::Inner(Inner).code(), "Inner");
}
