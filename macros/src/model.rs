//! The checked model: total, defaults and inheritance resolved. What is here cannot be wrong.

use proc_macro2::{Ident, Span, TokenStream};
use syn::ext::IdentExt as _;
use syn::{Generics, Index, Member, Path, Type};

use crate::doc::Docs;
use crate::template::Template;

/// An enum, or a struct as an enum of one variant.
pub struct Model<'a> {
    pub krate: Path,
    pub ident: &'a Ident,
    pub generics: &'a Generics,
    pub description: String,
    pub error_impl: ErrorImpl,
    pub serialize: bool,
    pub strict: bool,
    /// `None`: the default, or what a transparent field says.
    pub body: Option<&'a Path>,
    pub variants: Vec<Variant<'a>>,
}

/// Who implements `Display` and `Error`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ErrorImpl {
    /// This derive, with `display`.
    Ours,
    /// Another derive, or nobody can tell by looking at a generic type.
    Theirs,
    /// Nothing says that the type is an error at all.
    Unproven,
}

pub struct Variant<'a> {
    pub name: String,
    /// Where errors about the variant as a whole belong.
    pub span: Span,
    /// `OrderError::Name`, or `Self` of a struct.
    pub path: TokenStream,
    pub kind: Kind<'a>,
}

pub enum Kind<'a> {
    /// Everything is delegated to this field.
    Transparent(Delegate<'a>),
    /// An error of its own, with an entry.
    Own(Box<Own<'a>>),
}

/// A field, and the name that patterns bind it to.
#[derive(Clone)]
pub struct Field<'a> {
    pub member: Member,
    pub binding: Ident,
    pub ty: &'a Type,
}

/// The field of a transparent variant.
pub struct Delegate<'a> {
    pub field: Field<'a>,
    /// Its errors are kept out of documentation.
    pub hidden: bool,
    /// `From` is implemented for its type.
    pub from: bool,
}

/// One error: its static facts first, then what its fields add.
pub struct Own<'a> {
    /// Its place among the entries of the type.
    pub index: Index,
    pub status: Status<'a>,
    pub code: String,
    pub number: Option<i64>,
    pub shared: bool,
    /// `None`: the phrase of the status, which must then be registered.
    pub title: Option<String>,
    pub message: Option<Message<'a>>,
    pub exposure: Exposure,
    /// `None`: by the status.
    pub retryable: Option<bool>,
    pub headers: Vec<(String, String)>,
    pub meta: Vec<(String, String)>,
    pub docs_url: Option<String>,
    pub docs: Docs,
    pub details: Vec<Detail<'a>>,
    pub field_headers: Vec<(String, Field<'a>)>,
    pub retry_after: Option<Field<'a>>,
    pub field_status: Option<Field<'a>>,
    pub source: Option<Field<'a>>,
    /// `From` is implemented for the type of the source.
    pub from: bool,
}

#[derive(Clone)]
pub enum Status<'a> {
    /// A number between 400 and 599.
    Number(u16),
    /// A `const http::StatusCode`, which the compiler checks.
    Path(&'a Path),
}

/// Whether the client may read `Display`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Exposure {
    ByStatus,
    Exposed,
    Redacted,
}

pub struct Message<'a> {
    pub template: Template,
    /// The fields the template names, each once.
    pub fields: Vec<Field<'a>>,
    /// A field that the template names and that is no detail, so the status must stay below 500.
    pub private: Option<String>,
}

pub struct Detail<'a> {
    pub name: String,
    /// Where it is said to be a detail.
    pub span: Span,
    pub doc: String,
    pub field: Field<'a>,
}

impl Field<'_> {
    /// What a format string calls it: its name, or its place in a tuple.
    pub fn name(&self) -> String {
        match &self.member {
            Member::Named(name) => name.unraw().to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }
}

impl<'a> Variant<'a> {
    /// The field that the whole variant is made from.
    pub fn from(&self) -> Option<&Field<'a>> {
        match &self.kind {
            Kind::Own(own) => own.source.as_ref().filter(|_| own.from),
            Kind::Transparent(delegate) => Some(&delegate.field).filter(|_| delegate.from),
        }
    }
}

impl<'a> Model<'a> {
    pub fn is_ours(&self) -> bool {
        self.error_impl == ErrorImpl::Ours
    }

    pub fn is_unproven(&self) -> bool {
        self.error_impl == ErrorImpl::Unproven
    }

    /// The errors of the type itself.
    pub fn own(&self) -> impl Iterator<Item = (&Variant<'a>, &Own<'a>)> {
        self.variants.iter().filter_map(|variant| match &variant.kind {
            Kind::Own(own) => Some((variant, &**own)),
            Kind::Transparent(_) => None,
        })
    }

    pub fn transparent(&self) -> impl Iterator<Item = (&Variant<'a>, &Field<'a>)> {
        self.variants.iter().filter_map(|variant| match &variant.kind {
            Kind::Transparent(delegate) => Some((variant, &delegate.field)),
            Kind::Own(_) => None,
        })
    }
}
