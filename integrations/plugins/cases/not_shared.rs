//! Types that are neither `Send` nor `Sync`, each used as the framework uses it.

use std::rc::Rc;

use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Axum", impls(errbook_axum))]
struct Axum(*const u8); //~

async fn axum() -> Result<(), Axum> {
    Err(Axum(std::ptr::null()))
}

#[derive(Debug, ApiError)]
#[api(display, status = 410, impls(errbook_actix))]
enum Actix {
    #[api(code = "Actix")]
    Gone { at: Rc<str> }, //~
}

fn actix(error: Actix) -> actix_web::Error {
    error.into()
}

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Rocket", impls(errbook_rocket))]
struct Rocket(Option<Rc<u8>>); //~

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Poem", impls(errbook_poem))]
struct Poem(*const u8); //~

fn poem(error: Poem) -> poem::Error {
    error.into()
}

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Warp", impls(errbook_warp))]
struct Warp(*const u8); //~

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Salvo", impls(errbook_salvo))]
struct Salvo(*const u8); //~

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "TONIC", impls(errbook_tonic(domain = "shop")))]
struct Tonic(*const u8); //~

fn tonic(error: Tonic) -> tonic::Status {
    error.into()
}

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "JsonRpsee", number = 7, impls(errbook_jsonrpsee))]
struct JsonRpsee(*const u8); //~

fn jsonrpsee(error: JsonRpsee) -> jsonrpsee::types::ErrorObjectOwned {
    error.into()
}

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "GraphQl", impls(errbook_graphql))]
struct GraphQl(*const u8); //~

fn graphql(error: &GraphQl) -> async_graphql::Error {
    async_graphql::ErrorExtensions::extend(error)
}

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Borrowed", impls(errbook_axum, errbook_actix, errbook_rocket))]
struct Borrowed<'a>(Rc<&'a str>); //~

fn main() {
    let _ = axum::routing::get::<_, _, ()>(axum);
    let _ = (actix, poem, tonic, jsonrpsee, graphql);
}
