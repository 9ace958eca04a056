//! The plug-in on types that are hard to implement a trait for.

use std::fmt::Debug;

use actix_web::test::{TestRequest, init_service};
use actix_web::{App, HttpResponse, web};
use errbook::ApiError;

use crate::{BOOK, ask};

#[derive(Debug, ApiError)]
#[api(display)]
enum r#Try<'r, T, const N: usize>
where
    T: Debug + Send + Sync,
{
    #[api(status = 410, code = "GONE", message = "{type} is gone {dyn:?}")]
    r#Fn {
        #[api(detail)]
        r#type: &'r str,
        r#dyn: [T; N],
    },
}

errbook_actix::api_impls! {
    [borrowed] ['r, T, const N: usize] [r#Try<'r, T, N>] [T: Debug + Send + Sync,] []
}

#[derive(Debug, ApiError)]
#[api(display, status = 423, code = "HELD")]
struct Held<T: Debug + Send + Sync, const N: usize>([T; N]);

errbook_actix::api_impls! {
    [static] [T: Debug + Send + Sync + 'static, const N: usize] [Held<T, N>] [[T; N]: Debug,] []
}

#[no_implicit_prelude]
mod bare {
    #[derive(::core::fmt::Debug, ::errbook::ApiError)]
    #[api(display, status = 418, code = "BARE", title = "Bare")]
    pub(super) struct Bare;

    ::errbook_actix::api_impls! { [static] [] [Bare] [] [] }
}

async fn borrowed() -> Result<HttpResponse, actix_web::Error> {
    let r#type = String::from("it");
    Err(r#Try::r#Fn { r#type: &r#type, r#dyn: [1, 2] })?
}

async fn borrowed_responder() -> r#Try<'static, u8, 0> {
    r#Try::r#Fn { r#type: "it", r#dyn: [] }
}

async fn held() -> Result<HttpResponse, Held<u8, 2>> {
    Err(Held([1, 2]))
}

async fn bare() -> bare::Bare {
    bare::Bare
}

#[actix_web::test]
async fn any_type_replies() {
    let app = App::new()
        .route("/borrowed", web::get().to(borrowed))
        .route("/responder", web::get().to(borrowed_responder))
        .route("/held", web::get().to(held))
        .route("/bare", web::get().to(bare))
        .wrap(errbook_actix::middleware(&BOOK));
    let app = init_service(app).await;
    let gone = |array| {
        let message = format!("it is gone {array}");
        format!(
            r#"410 {{"code":"GONE","message":"{message}","trace_id":"id-1","details":{{"type":"it"}}}} id-1"#
        )
    };
    for (path, expected) in [
        ("/borrowed", &*gone("[1, 2]")),
        ("/responder", &gone("[]")),
        ("/held", r#"423 {"code":"HELD","message":"Locked","trace_id":"id-1"} id-1"#),
        ("/bare", r#"418 {"code":"BARE","message":"Bare","trace_id":"id-1"} id-1"#),
    ] {
        let reply = ask(&app, TestRequest::with_uri(path), TestRequest::to_request).await;
        assert_eq!(reply.line(), expected);
        assert_eq!(reply.count("x-request-id"), 1);
    }
}
