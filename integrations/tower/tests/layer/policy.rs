//! What a policy changes.

use std::sync::{Arc, Mutex};

use errbook::{HttpError, TraceId};
use errbook_tower::Policy;
use http::StatusCode;

use crate::{BOOK, Error, answer, empty, get, plain, respond};

#[tokio::test]
async fn texts_are_kept_only_if_wanted_and_below_500() {
    let policy = || Policy::new(&BOOK).with_texts();
    let message =
        async |make| answer(policy(), get("/"), make).await.json()["message"].as_str().unwrap().to_owned();
    assert_eq!(message(|| plain(400, "a: expected u32")).await, "a: expected u32");
    assert_eq!(message(|| plain(500, "password=hunter2")).await, "Internal Server Error");
    assert_eq!(message(|| empty(404)).await, "Not Found");
    assert_eq!(message(|| plain(400, include_str!("requests.rs"))).await, "Bad Request");
}

#[tokio::test]
async fn the_policy_can_be_replaced() {
    let policy = Policy::new(&BOOK)
        .with_trace_id(|| TraceId::new("from-the-span"))
        .with_http_error(|refusal| match refusal.status.as_u16() {
            404 => Error::Locked.into(),
            status => HttpError::new(StatusCode::from_u16(status).unwrap()).into(),
        })
        .with_rule(|unmarked| unmarked.status != 418)
        .with_id_on_success();
    let answer = async |make| answer(policy.clone(), get("/").header("x-request-id", "1"), make).await;

    let replaced = answer(|| empty(404)).await;
    replaced.check(409, "LOCKED");
    assert_eq!(replaced.headers["x-request-id"], "from-the-span");
    assert_eq!(answer(|| empty(200)).await.headers["x-request-id"], "from-the-span");
    assert_eq!(answer(|| plain(418, "tea")).await.text, "tea");
}

#[tokio::test]
async fn the_log_has_the_sources() {
    let chains = Arc::new(Mutex::new(Vec::new()));
    let (seen, hooked) = (Arc::clone(&chains), Arc::new(Mutex::new(0)));
    let count = Arc::clone(&hooked);
    let policy = Policy::new(&BOOK)
        .with_log(move |event| seen.lock().unwrap().push((event.status.as_u16(), event.chain())))
        .with_hook(move |event| {
            *count.lock().unwrap() += u32::from(event.occurrence.as_error().is::<Error>());
        });

    let stored = || {
        let host = HttpError::internal(std::io::Error::other("host=10.0.0.5"));
        respond(Error::StoreDown(host.with_message("password=hunter2")))
    };
    let answers = [
        answer(policy.clone(), get("/"), stored).await,
        answer(policy, get("/"), || panic!("in a handler")).await,
    ];
    assert!(answers.iter().all(|answer| !answer.text.contains("10.0.0.5")));
    let expected =
        [(500, "password=hunter2: host=10.0.0.5".to_owned()), (500, "panicked: in a handler".to_owned())];
    assert_eq!(*chains.lock().unwrap(), expected);
    assert_eq!(*hooked.lock().unwrap(), 1);
}

#[tokio::test]
async fn a_policy_that_panics_leaves_an_internal_error() {
    let policy = Policy::new(&BOOK).with_http_error(|refusal| panic!("{} hunter2", refusal.status));
    let answer = answer(policy, get("/"), || empty(404)).await;
    answer.check(500, "INTERNAL_SERVER_ERROR");
    assert!(!answer.text.contains("hunter2"));
}
