//! Types as they are written: what is inside an `Option`, a pointer or a list.

use syn::{GenericArgument, PathArguments, Type};

/// `T` of an `Option<T>`, also from inside the invisible group of a `macro_rules!` type.
pub fn option_of(ty: &Type) -> Option<&Type> {
    argument_of(ty, &["Option"])
}

/// `T` of a `Box<T>` or `Arc<T>`, which a `T` is moved into.
pub fn pointee_of(ty: &Type) -> Option<&Type> {
    argument_of(ty, &["Box", "Arc"]).filter(|inner| !matches!(inner, Type::TraitObject(_)))
}

fn argument_of<'t>(ty: &'t Type, names: &[&str]) -> Option<&'t Type> {
    match ty {
        Type::Group(group) => argument_of(&group.elem, names),
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            names.iter().any(|name| last.ident == name).then(|| types_in(&last.arguments).next())?
        }
        _ => None,
    }
}

/// The types in angle brackets.
pub fn types_in(arguments: &PathArguments) -> impl Iterator<Item = &Type> {
    let listed = match arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        PathArguments::None | PathArguments::Parenthesized(_) => None,
    };
    listed.into_iter().flatten().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}
