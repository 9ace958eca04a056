//! The plug-in on types that are hard to implement a trait for.

use std::fmt::Debug;

use errbook::ApiError;
use rocket::{get, routes};

use crate::{BOOK, client, line, rocket};

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

errbook_rocket::api_impls! {
    [borrowed] ['r, T, const N: usize] [r#Try<'r, T, N>] [T: Debug + Send + Sync,] []
}

#[derive(Debug, ApiError)]
#[api(display, status = 423, code = "HELD")]
struct Held<T: Debug + Send + Sync, const N: usize>([T; N]);

errbook_rocket::api_impls! {
    [static] [T: Debug + Send + Sync + 'static, const N: usize] [Held<T, N>] [[T; N]: Debug,] []
}

#[no_implicit_prelude]
mod bare {
    #[derive(::core::fmt::Debug, ::errbook::ApiError)]
    #[api(display, status = 418, code = "BARE", title = "Bare")]
    pub(super) struct Bare;

    ::errbook_rocket::api_impls! { [static] [] [Bare] [] [] }
}

#[get("/borrowed/<text>")]
fn borrowed(text: &str) -> Result<(), r#Try<'_, u8, 2>> {
    Err(r#Try::r#Fn { r#type: text, r#dyn: [1, 2] })
}

#[get("/held")]
fn held() -> Result<(), Held<u8, 2>> {
    Err(Held([1, 2]))
}

#[get("/bare")]
fn plain() -> bare::Bare {
    bare::Bare
}

#[test]
fn any_type_replies() {
    let rocket = rocket().mount("/", routes![borrowed, held, plain]).attach(errbook_rocket::fairing(&BOOK));
    let client = client(rocket);
    let gone =
        r#"410 {"code":"GONE","message":"it is gone [1, 2]","trace_id":"id-1","details":{"type":"it"}} id-1"#;
    assert_eq!(line(client.get("/borrowed/it")), gone);
    assert_eq!(line(client.get("/held")), r#"423 {"code":"HELD","message":"Locked","trace_id":"id-1"} id-1"#);
    assert_eq!(line(client.get("/bare")), r#"418 {"code":"BARE","message":"Bare","trace_id":"id-1"} id-1"#);
}
