//! The rule for a `Display` of another derive that clients read.

use quote::ToTokens as _;
use syn::{Error, Type};

use super::Source;
use super::public::{Public, detail_on};
use crate::attr::WrittenVariant;
use crate::encode::without_marks;
use crate::errors::Errors;
use crate::foreign::{self, Beside, Display};
use crate::key::TypeAttrs;
use crate::model::{Exposure, Field, PublicDisplay, Status};

/// `Display` is public below 500, so it shows no source there; with `strict`, it shows details only.
///
/// `#[error("no order {id}")]` with `#[api(detail)] id: u64`
pub fn check_display(public: &Public) -> Option<PublicDisplay> {
    let given = &public.written.on_variant;
    let is_private = matches!(public.status, Status::Number(500..)) && public.exposure != Exposure::Exposed;
    if public.on_type.display.is_some()
        || given.message.is_some()
        || public.exposure == Exposure::Redacted
        || is_private
    {
        return None;
    }
    let display = public.beside.display(public.source.attrs, public.source.fields)?;
    let (place, template) = match &display {
        Display::Forwarded(place) | Display::Function(place) => (*place, None),
        Display::Format(template, _) => (template.span(), Some(template.value())),
        Display::Doc(_) => (public.source.ident.span(), None),
    };
    // What could not be read may have been `redact`.
    let is_open = public.exposure != Exposure::Exposed && !public.written.is_incomplete();
    let refused = is_open.then(|| problem(public, &display)).flatten();
    if let (Some(message), Status::Number(_)) = (&refused, public.status) {
        public.errors.push(Error::new(place, message));
    }
    let template = template.map(|text| without_marks(&text).into_owned());
    let shown = foreign::shown(&display, &public.roles.all);
    let shown = shown.into_iter().map(|field| field.member.clone()).collect();
    Some(PublicDisplay { template, shown, refused: refused.map(|message| (message, place)) })
}

/// What is wrong with this text at a status below 500.
fn problem(public: &Public, display: &Display) -> Option<String> {
    let shown = foreign::shown(display, &public.roles.all);
    let is_forwarded = matches!(display, Display::Forwarded(_));
    if let Some(source) = shown.iter().find(|field| is_forwarded || public.is_source(field)) {
        return Some(shows_source(public, display, source));
    }
    let private = shown.iter().find(|field| public.is_strict() && !public.is_detail(field))?;
    let name = private.name();
    let advice = if public.is_converted(&name) {
        format!(", and `with` converts `{name}`: write `message`")
    } else {
        format!(": write {}, or `message`", detail_on(&name))
    };
    Some(format!("a public `Display` may only use `detail` fields (`strict`){advice}"))
}

fn shows_source(public: &Public, display: &Display, source: &Field) -> String {
    let may_be_transparent = public.roles.all.len() == 1 && may_be_api_error(source.ty);
    let transparent =
        if may_be_transparent { "`#[api(transparent)]` if it is an API error, else " } else { "" };
    let name = source.name();
    let may = if matches!(display, Display::Function(_)) { "may" } else { "would" };
    format!("clients {may} read the source `{name}`: write {transparent}`message`, `redact` or `expose`")
}

/// The types of the standard library are not.
fn may_be_api_error(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let segments = &path.path.segments;
    let is_std =
        ["std", "core", "alloc", "io", "fmt"].iter().any(|std| segments.iter().any(|s| s.ident == std));
    !is_std && !ty.to_token_stream().to_string().contains("dyn")
}

/// A variant that forwards to its field, and lacks a status or a code: the field may be an API error.
///
/// `#[error(transparent)] #[api(transparent)] Auth(#[from] AuthError)`
pub fn check_forwarded(
    errors: &Errors,
    on_type: &TypeAttrs,
    beside: &Beside,
    source: &Source,
    written: &WrittenVariant,
) -> bool {
    let given = &written.on_variant;
    let has_status = given.status.is_some() || on_type.status.is_some();
    let has_code = given.code.is_some() || on_type.rename_all.is_some();
    if has_status && has_code || on_type.display.is_some() {
        return false;
    }
    let Some(Display::Forwarded(place)) = beside.display(source.attrs, source.fields) else { return false };
    let name = source.name();
    let message =
        format!("`{name}` shows its field: write `#[api(transparent)]`, or a `status` and a `code`");
    errors.push(Error::new(place, message));
    true
}
