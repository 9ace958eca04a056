//! An error that has all that its format requires; what is missing is a compile error, in `ui/body/needs_…`.

use errbook::body::Placeholder;
use errbook::{ApiError, Body, Reply};

const DEMANDING: Body = errbook::body!({
    "number": number, "link": docs_url, "owner": meta.owner, "grpc": grpc, "id": details.id,
})
.with_required(&[
    Placeholder::Number,
    Placeholder::DocsUrl,
    Placeholder::Meta("owner"),
    Placeholder::Grpc,
    Placeholder::Detail("id"),
]);

#[derive(Debug, ApiError)]
#[api(display, body = DEMANDING, docs_url = "/gone", meta(owner = "shop"))]
#[api(status = 404, code = "Gone", number = 7)]
struct Gone {
    #[api(detail)]
    id: Option<u8>,
}

#[test]
fn has_all() {
    assert_eq!(
        Reply::new(&Gone { id: Some(1) }).to_string(),
        r#"{"number":7,"link":"/gone","owner":"shop","grpc":"NOT_FOUND","id":1}"#
    );
}
