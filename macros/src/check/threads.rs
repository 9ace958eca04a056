//! The rule for types that cannot be shared between threads, where their path says so. Others are the compiler's to report, which
//! has an error for `Send` and one for `Sync`.

use syn::{Path, Type, TypeParamBound, TypeTraitObject};

use crate::errors::Errors;
use crate::expand::as_written;
use crate::model::Field;
use crate::type_path::types_in;

/// An API error is `Send` and `Sync`.
///
/// `#[api(source)] Box<dyn std::error::Error + Send + Sync>`
pub fn check_threads(errors: &Errors, field: &Field) {
    check_type(errors, field.ty);
}

fn check_type(errors: &Errors, ty: &Type) {
    match ty {
        Type::Group(group) => check_type(errors, &group.elem),
        Type::TraitObject(object) if is_unshared_error(object) => {
            let written = as_written(&object.bounds.first());
            errors.at(
                ty,
                format!("expected `dyn {written} + Send + Sync`: API errors are shared between threads"),
            );
        }
        Type::Path(path) if is_in(&path.path, "Rc", "rc") => {
            errors.at(ty, "expected `std::sync::Arc`: API errors are shared between threads");
        }
        // What is inside other types may be made shareable by them.
        Type::Path(path) => {
            let last = path.path.segments.last();
            let owner =
                last.filter(|last| ["Box", "Arc", "Option", "Vec"].iter().any(|name| last.ident == name));
            owner
                .into_iter()
                .flat_map(|owner| types_in(&owner.arguments))
                .for_each(|ty| check_type(errors, ty));
        }
        _ => {}
    }
}

/// `dyn std::error::Error`, without `Send` and `Sync`.
fn is_unshared_error(object: &TypeTraitObject) -> bool {
    let paths = || {
        object.bounds.iter().filter_map(|bound| match bound {
            TypeParamBound::Trait(bound) => Some(&bound.path),
            _ => None,
        })
    };
    let has = |name: &str| paths().any(|path| path.segments.last().is_some_and(|last| last.ident == name));
    paths().any(|path| is_in(path, "Error", "error")) && !(has("Send") && has("Sync"))
}

/// Whether a path ends in this name of the standard library in this module of it, `std::rc::Rc`.
fn is_in(path: &Path, name: &str, module: &str) -> bool {
    let mut segments = path.segments.iter().rev().map(|segment| &segment.ident);
    segments.next().is_some_and(|last| last == name)
        && segments.next().is_some_and(|second| second == module)
        && segments.next().is_none_or(|third| third == "std" || third == "core" || third == "alloc")
}
