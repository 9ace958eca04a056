//! Keys of the type hold for every variant, and those of a variant win.

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 403, rename_all = "PascalCase")]
#[api(meta(owner = "billing", emoji = "🔒"), header("Cache-Control" = "no-store", "X-Api" = "1"))]
enum Inherited {
    Plain,
    #[api(status = 404, meta(owner = "shop"), header("cache-control" = "max-age=60"))]
    Own,
    Field {
        #[api(header = "X-API")]
        api: u8,
    },
}

#[test]
fn from_the_type() {
    let error = Inherited::Plain;
    assert_eq!(error.status(), 403);
    assert_eq!(error.entry().meta("owner"), Some("billing"));
    assert_eq!(error.entry().meta("emoji"), Some("🔒"));
    assert_eq!(error.entry().meta("nothing"), None);
    let reply = Reply::new(&error).to_response();
    assert_eq!(reply.headers()["cache-control"], "no-store");
    assert_eq!(reply.headers()["x-api"], "1");
}

#[test]
fn own_wins() {
    let error = Inherited::Own;
    assert_eq!(error.status(), 404);
    assert_eq!(error.entry().meta("owner"), Some("shop"));
    assert_eq!(error.entry().meta("emoji"), Some("🔒"));
    assert_eq!(error.entry().all_meta().count(), 2);
    let reply = Reply::new(&error).to_response();
    let values: Vec<_> = reply.headers().get_all("cache-control").iter().collect();
    assert_eq!(values, ["max-age=60"]);
    assert_eq!(reply.headers()["x-api"], "1");
}

#[test]
fn a_field_wins() {
    let reply = Reply::new(&Inherited::Field { api: 2 }).to_response();
    let values: Vec<_> = reply.headers().get_all("x-api").iter().collect();
    assert_eq!(values, ["2"]);
}
