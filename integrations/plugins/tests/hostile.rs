//! All plug-ins at once, on types that are hard to implement a trait for: without a prelude, and with errbook under another name.

extern crate errbook as renamed;

#[no_implicit_prelude]
mod r#mod {
    #[derive(::core::fmt::Debug, crate::renamed::ApiError)]
    #[api(
        display,
        crate = crate::renamed,
        impls(
            ::errbook_actix,
            ::errbook_axum,
            ::errbook_graphql,
            ::errbook_jsonrpsee,
            ::errbook_poem,
            ::errbook_rocket,
            ::errbook_salvo,
            ::errbook_tonic(domain = "shop"),
            ::errbook_warp
        )
    )]
    pub enum r#Try<'r, 's, T, const N: ::core::primitive::usize>
    where
        T: ::core::fmt::Debug + ::core::marker::Send + ::core::marker::Sync,
        [T; N]: ::core::marker::Sized,
    {
        #[api(status = 409, code = "TAKEN", number = 7, message = "`{type}` is taken")]
        r#Fn {
            #[api(detail)]
            r#type: &'r ::core::primitive::str,
            r#dyn: &'s [T; N],
        },
    }

    #[derive(::core::fmt::Debug, crate::renamed::ApiError)]
    #[api(
        display,
        crate = crate::renamed,
        status = 410,
        code = "GONE",
        number = 8,
        impls(
            ::errbook_actix,
            ::errbook_axum,
            ::errbook_graphql,
            ::errbook_jsonrpsee,
            ::errbook_poem,
            ::errbook_rocket,
            ::errbook_salvo,
            ::errbook_tonic,
            ::errbook_warp
        )
    )]
    pub struct Gone<
        T: ::core::fmt::Debug + ::core::marker::Send + ::core::marker::Sync,
        const N: ::core::primitive::usize,
    >(pub [T; N]);
}

use r#mod::{Gone, r#Try};

fn taken(name: &str) -> r#Try<'_, 'static, u8, 2> {
    r#Try::r#Fn { r#type: name, r#dyn: &[1, 2] }
}

/// The plug-ins of types that borrow, and of types that do not.
#[test]
fn every_plug_in_converts_hostile_types() {
    let name = String::from("tea");
    let message = "`tea` is taken";
    assert_eq!(actix_web::Error::from(taken(&name)).to_string(), message);
    assert_eq!(axum::response::IntoResponse::into_response(taken(&name)).status().as_u16(), 409);
    assert_eq!(async_graphql::ErrorExtensions::extend(&taken(&name)).message, message);
    assert_eq!(jsonrpsee::types::ErrorObjectOwned::from(taken(&name)).code(), 7);
    assert_eq!(poem::Error::from(taken(&name)).status().as_u16(), 409);
    assert_eq!(tonic::Status::from(taken(&name)).message(), message);
    assert_eq!(warp::Reply::into_response(taken(&name)).status().as_u16(), 409);

    assert_eq!(actix_web::Error::from(Gone([1])).to_string(), "Gone");
    assert_eq!(axum::response::IntoResponse::into_response(Gone([1])).status().as_u16(), 410);
    assert_eq!(async_graphql::ErrorExtensions::extend(&Gone([1])).message, "Gone");
    assert_eq!(jsonrpsee::types::ErrorObjectOwned::from(Gone([1])).code(), 8);
    assert_eq!(poem::Error::from(Gone([1])).status().as_u16(), 410);
    assert_eq!(tonic::Status::from(Gone([1])).message(), "Gone");
    assert_eq!(warp::Reply::into_response(Gone([1])).status().as_u16(), 410);
}

/// The traits that need a server to be called.
#[test]
fn the_other_traits_are_implemented() {
    fn is_responder<'r, T: rocket::response::Responder<'r, 'static>>(_: T) {}
    fn is_scribe<T: salvo_core::Scribe>(_: T) {}
    let name = String::from("tea");
    is_responder(taken(&name));
    is_scribe(taken(&name));
    is_responder(Gone([1]));
    is_scribe(Gone([1]));
}
