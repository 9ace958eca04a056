//! From the model to tokens; nothing here can fail.
//!
//! ```text
//! const _: () = {
//!     use ::errbook::__private as __errbook;
//!     static __TABLE: __errbook::Table = …;            // table
//!     const __KIND_3: __errbook::UnitKind = …;         // kind
//!     impl __errbook::ApiError for OrderError { … }    // api_error
//!     impl __errbook::HasCatalog for OrderError { … }  // has_catalog
//!     impl Display for OrderError { … }                // display, with `display`
//!     impl Error for OrderError { … }                  // error, with `display`
//!     impl From<io::Error> for OrderError { … }        // from, with `from`
//!     impl Serialize for OrderError { … }              // serialize, with `serialize`
//! };
//! const _: () = { errbook_axum::api_impls! { … } };  // plugins, with `impls`
//! ```

mod api_error;
mod checks;
mod details;
mod display;
mod error;
mod from;
mod has_catalog;
mod headers;
mod kind;
mod message;
pub mod plugins;
mod row;
mod serialize;
mod shared;
mod status;
mod table;

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt as _, quote};
use syn::{Path, Token};

use crate::generics::Bounds;
use crate::model::{Field, Model, Variant};

/// The `source` is the type as the compiler gave it.
pub fn derive(model: &Model, source: &TokenStream) -> TokenStream {
    let import = import(&model.krate);
    let encoded = table::Encoded::of(model);
    let table = table::expand(model, &encoded);
    let writer = message::Writer::of(model);
    let message = &writer.function;
    let kinds = kind::constants(model);
    let api_error = api_error::expand(model, &writer, source);
    let has_catalog = has_catalog::expand(model, &encoded);
    let display = model.is_ours().then(|| display::expand(model, &writer));
    let error = model.is_ours().then(|| error::expand(model));
    let from = from::expand(model);
    let serialize = model.serialize.then(|| serialize::expand(model));
    let proof = model.is_unproven().then(|| proof(model));
    let allowed = model.allows_deprecated.then(|| quote!(#[allow(deprecated)]));
    let plugins = plugins::expand(model.ident, model.generics, model.plugins, allowed.as_ref());
    quote! {
        #allowed
        const _: () = {
            #import
            #table
            #message
            #kinds
            #api_error
            #has_catalog
            #display
            #error
            #from
            #serialize
            #proof
        };
        #plugins
    }
}

/// Names the crate once, so that a crate that cannot be found is one error.
pub fn import(krate: &Path) -> TokenStream {
    let end = krate.segments.last().map_or(Span::call_site(), |last| last.ident.span());
    let module = respan(quote!(::__private as __errbook), end);
    quote!(use #krate #module;)
}

/// `const _: () = __errbook::is_error::<OrderError>();`, underlined at the type if it is not an error.
fn proof(model: &Model) -> TokenStream {
    let ident = model.ident;
    quote!(const _: () = __errbook::is_error::<#ident>();)
}

/// `#[automatically_derived] impl … Trait for Type … where … { body }`, or an inherent impl.
fn impl_block(model: &Model, of: Option<&TokenStream>, bounds: &Bounds, body: &TokenStream) -> TokenStream {
    // Without the user's span, the use of a deprecated type is not reported.
    let mut ident = model.ident.clone();
    ident.set_span(ident.span().resolved_at(Span::call_site()));
    let (impl_generics, ty_generics, _) = model.generics.split_for_impl();
    let where_clause = bounds.where_clause();
    let allowed = bounds.allowed();
    let of = of.map(|of| quote!(#of for));
    quote! {
        #[automatically_derived]
        #allowed
        impl #impl_generics #of #ident #ty_generics #where_clause {
            #body
        }
    }
}

/// `OrderError::Name { id: __field_id, 1: __field_1, .. } => value,`
struct Arm<'m, V = TokenStream> {
    variant: &'m Variant<'m>,
    /// The fields that the value uses.
    fields: Vec<&'m Field<'m>>,
    value: V,
}

/// Written token by token: a stream for each part would be copied into the next one, which takes most of the time.
impl<V: ToTokens> ToTokens for Arm<'_, V> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.variant.path.to_tokens(tokens);
        let mut bindings = TokenStream::new();
        for field in &self.fields {
            field.member.to_tokens(&mut bindings);
            <Token![:]>::default().to_tokens(&mut bindings);
            field.binding.to_tokens(&mut bindings);
            <Token![,]>::default().to_tokens(&mut bindings);
        }
        <Token![..]>::default().to_tokens(&mut bindings);
        tokens.append(Group::new(Delimiter::Brace, bindings));
        <Token![=>]>::default().to_tokens(tokens);
        self.value.to_tokens(tokens);
        <Token![,]>::default().to_tokens(tokens);
    }
}

/// A method with an arm for some variants; it is not needed if there are none.
///
/// `signature { match self { arms, _ => otherwise } }`, where `parts` makes the first and the last of the three.
fn method<V: ToTokens>(
    model: &Model,
    arms: &[Arm<V>],
    parts: impl FnOnce() -> (TokenStream, TokenStream),
) -> Option<TokenStream> {
    (!arms.is_empty()).then(|| {
        let (signature, otherwise) = parts();
        let body = match_self(model, arms, &otherwise);
        quote!(#signature { #body })
    })
}

/// `match self { arms, _ => otherwise }`, without what is empty or unreachable.
///
/// Many arms are divided among closures: in one function, the compiler compares each arm of a match with all others, and
/// every borrow with all blocks.
///
/// ```text
/// if let Some(__value) = (|| Some(match self { arms, _ => return None }))() { return __value; }
/// ```
fn match_self<V: ToTokens>(model: &Model, arms: &[Arm<V>], otherwise: &TokenStream) -> TokenStream {
    if model.variants.is_empty() {
        return quote!(match *self {});
    }
    if arms.len() <= MANY_ARMS {
        let rest = (arms.len() < model.variants.len()).then(|| quote!(_ => #otherwise,));
        return quote!(match self { #(#arms)* #rest });
    }
    let parts = arms.chunks(MANY_ARMS).map(|part| {
        quote! {
            if let __errbook::Some(__value) =
                (|| __errbook::Some(match self { #(#part)* _ => return __errbook::None }))()
            {
                return __value;
            }
        }
    });
    // After all own variants there is nothing left, and a type without any has no `otherwise`.
    let otherwise = match model.own().next() {
        Some(_) => otherwise.clone(),
        None => quote!(__errbook::unreachable!()),
    };
    quote!({ #(#parts)* #otherwise })
}

const MANY_ARMS: usize = 128;

/// `<AuthError as __errbook::Transparent>`, underlined at the field's type if that is not an API error.
fn transparent(field: &Field) -> TokenStream {
    let ty = field.ty;
    respan(quote!(<#ty as __errbook::Transparent>), field.binding.span())
}

/// `<AuthError as __errbook::Transparent>::as_api_error(__field_0)`
fn as_api_error(field: &Field) -> TokenStream {
    let (transparent, binding) = (transparent(field), &field.binding);
    quote!(#transparent::as_api_error(#binding))
}

/// The same tokens at another place, so that the compiler's errors point there. Names are resolved as before.
fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    let move_token = |mut token: TokenTree| {
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), respan(group.stream(), span)).into();
        }
        token.set_span(token.span().located_at(span));
        token
    };
    tokens.into_iter().map(move_token).collect()
}

/// Where a path starts and ends.
fn ends(path: &impl ToTokens) -> (Span, Span) {
    let spans: Vec<_> = path.to_token_stream().into_iter().map(|token| token.span()).collect();
    let call_site = Span::call_site();
    (spans.first().copied().unwrap_or(call_site), spans.last().copied().unwrap_or(call_site))
}

/// A type or a path as people write it: `Vec<std::time::Duration>`, without the spaces between tokens.
pub fn as_written(tokens: &impl ToTokens) -> String {
    let tokens = tokens.to_token_stream().to_string();
    let mut name = String::new();
    for word in tokens.split(' ') {
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let two_names = name.ends_with(is_name) && word.starts_with(is_name);
        if two_names || name.ends_with([',', ';', '+']) || word.starts_with('+') {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
}
