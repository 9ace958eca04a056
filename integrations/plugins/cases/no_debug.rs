//! Types without `Debug`, each used as the framework uses it.

use errbook::ApiError;

#[derive(ApiError)]
#[api(display, status = 410, code = "Axum", impls(errbook_axum))]
struct Axum; //~

async fn axum() -> Result<(), Axum> {
    Err(Axum)
}

#[derive(ApiError)]
#[api(display, status = 410, code = "Actix", impls(errbook_actix))]
struct Actix; //~

fn actix(error: Actix) -> actix_web::Error {
    error.into()
}

#[derive(ApiError)]
#[api(display, status = 410, code = "Rocket", impls(errbook_rocket))]
struct Rocket; //~

#[derive(ApiError)]
#[api(display, status = 410, code = "Poem", impls(errbook_poem))]
struct Poem; //~

fn poem(error: Poem) -> poem::Error {
    error.into()
}

#[derive(ApiError)]
#[api(display, status = 410, code = "Warp", impls(errbook_warp))]
struct Warp; //~

#[derive(ApiError)]
#[api(display, status = 410, code = "Salvo", impls(errbook_salvo))]
struct Salvo; //~

#[derive(ApiError)]
#[api(display, status = 410, code = "TONIC", impls(errbook_tonic(domain = "shop")))]
struct Tonic; //~

fn tonic(error: Tonic) -> tonic::Status {
    error.into()
}

#[derive(ApiError)]
#[api(display, status = 410, code = "JsonRpsee", number = 7, impls(errbook_jsonrpsee))]
struct JsonRpsee; //~

fn jsonrpsee(error: JsonRpsee) -> jsonrpsee::types::ErrorObjectOwned {
    error.into()
}

#[derive(ApiError)]
#[api(display, status = 410, code = "GraphQl", impls(errbook_graphql))]
struct GraphQl; //~

fn graphql(error: &GraphQl) -> async_graphql::Error {
    async_graphql::ErrorExtensions::extend(error)
}

#[derive(ApiError)]
#[api(display, status = 410, code = "Borrowed", impls(errbook_axum, errbook_actix, errbook_rocket))]
struct Borrowed<'a>(&'a str); //~

fn main() {
    let _ = axum::routing::get::<_, _, ()>(axum);
    let _ = (actix, poem, tonic, jsonrpsee, graphql);
}
