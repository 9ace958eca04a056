//! `Box<T>`, `Arc<T>`, `Arc<dyn ApiError>` and references answer as what they point at.

use std::sync::Arc;

use errbook::{ApiError, HasCatalog, Reply};

use crate::message_of;

#[derive(Debug, ApiError)]
#[api(display, status = 502, code = "Upstream", message = "upstream said {status}", body = errbook::body::NESTED)]
struct Upstream {
    #[api(detail, status)]
    status: u16,
    #[api(retry_after)]
    wait: u8,
    #[api(header = "X-Up")]
    up: u8,
}

const UPSTREAM: Upstream = Upstream { status: 503, wait: 5, up: 6 };

fn check<T: ApiError>(pointer: T) {
    let reply = Reply::new(&pointer).to_response();
    assert_eq!(reply.status(), 503);
    assert_eq!(reply.headers()["retry-after"], "5");
    assert_eq!(reply.headers()["x-up"], "6");
    assert_eq!(
        **reply.body(),
        *br#"{"error":{"code":"Upstream","message":"upstream said 503","details":{"status":503}}}"#
    );
    assert_eq!(message_of(&pointer), "upstream said 503");
    assert_eq!(pointer.code(), "Upstream");
    assert!(std::ptr::eq(pointer.entry(), UPSTREAM.entry()));
    drop(pointer);
}

#[test]
fn answer_as_what_they_point_at() {
    check(UPSTREAM);
    check(Box::new(UPSTREAM));
    check(Arc::new(UPSTREAM));
    check(&UPSTREAM);
    check(Box::new(Arc::new(&UPSTREAM)));
}

#[test]
fn to_dyn() {
    let shared: Arc<dyn ApiError> = Arc::new(UPSTREAM);
    check(shared);
    let shared: Arc<dyn ApiError + Send + Sync> = Arc::new(UPSTREAM);
    check(shared.clone());
    check(&shared);
    check::<&dyn ApiError>(&UPSTREAM);
}

#[test]
fn have_the_same_catalog() {
    assert!(std::ptr::eq(<Box<Upstream>>::CATALOG, Upstream::CATALOG));
    assert!(std::ptr::eq(<Arc<&Upstream>>::CATALOG, Upstream::CATALOG));
}

#[test]
fn transparent_too() {
    #[derive(Debug, ApiError)]
    #[api(display)]
    enum Pointing {
        #[api(transparent)]
        Boxed(Box<Upstream>),
        #[api(transparent)]
        Shared(Arc<Upstream>),
        #[api(transparent)]
        Dyn(Arc<dyn ApiError + Send + Sync>),
    }
    check(Pointing::Boxed(Box::new(UPSTREAM)));
    check(Pointing::Shared(Arc::new(UPSTREAM)));
    check(Pointing::Dyn(Arc::new(UPSTREAM)));
}
