//! A link to the errors of another type, where rustdoc finds it by the path that is written.

use syn::{GenericArgument, Path, PathArguments, Type};

use crate::model::Model;

/// `` [`type@AuthError`] ``; rustdoc does not show what is before the `@`, which makes it look for types alone.
///
/// It takes the path for its own text, so that a type that is private is still named: it would leave any other text
/// with a link to nowhere.
pub fn of(model: &Model, ty: &Type) -> Option<String> {
    let path = path(ty)?;
    let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let is_param = |name: &String| model.generics.type_params().any(|param| param.ident == *name);
    let is_name = |name: &String| !name.starts_with("r#") && name != "Self" && name != "$crate";
    let is_plain = path.segments.iter().rev().skip(1).all(|segment| segment.arguments.is_none());
    let is_found = is_plain && names.iter().all(is_name) && !names.first().is_some_and(is_param);
    is_found.then(|| format!("[`type@{}`]", names.join("::")))
}

/// The path of the type that has the errors, behind pointers too.
fn path(ty: &Type) -> Option<&Path> {
    let path = match ty {
        Type::Group(group) => return self::path(&group.elem),
        Type::Paren(paren) => return self::path(&paren.elem),
        Type::Reference(reference) => return self::path(&reference.elem),
        Type::Path(path) if path.qself.is_none() && path.path.leading_colon.is_none() => &path.path,
        _ => return None,
    };
    let last = path.segments.last()?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) if last.ident == "Box" || last.ident == "Arc" => {
            match arguments.args.first()? {
                GenericArgument::Type(inner) => self::path(inner),
                _ => None,
            }
        }
        PathArguments::Parenthesized(_) => None,
        _ => Some(path),
    }
}
