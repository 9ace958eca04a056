//! The checked model: total, with defaults and inheritance resolved. It is always valid.

mod detail;
mod text;

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::{ExprPath, Generics, Index, Member, Path, Token, Type, Visibility};

pub use self::detail::{ConstantDetail, Detail, Sample};
pub use self::text::{HeaderTemplate, Message, PublicDisplay, Value, fields_of};
use crate::doc::Docs;
use crate::encode::Facts;
use crate::entry::Number;
use crate::plugin::Plugin;

/// An enum, or a struct as an enum of one variant.
pub struct Model<'a> {
    pub krate: Path,
    pub vis: &'a Visibility,
    pub ident: &'a Ident,
    pub generics: &'a Generics,
    /// The doc comment of an enum.
    pub docs: String,
    pub error_impl: ErrorImpl,
    pub serialize: bool,
    /// What implements more traits.
    pub plugins: &'a [Plugin],
    pub strict: bool,
    /// The user allows deprecated items, which the impls name again.
    pub allows_deprecated: bool,
    /// `None`: the default, or what a transparent field says.
    pub body: Option<&'a Path>,
    pub variants: Vec<Variant<'a>>,
    /// The types of all fields, with a key or without.
    pub field_types: Vec<&'a Type>,
}

/// Which derive implements `Display` and `Error`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ErrorImpl {
    /// This derive, with `display`.
    Ours,
    /// Another derive. For a generic type this is assumed.
    Theirs,
    /// Nothing shows that the type is an error.
    Unproven,
}

pub struct Variant<'a> {
    pub name: String,
    /// Where errors about the variant as a whole are reported.
    pub span: Span,
    pub path: VariantPath<'a>,
    pub kind: Kind<'a>,
}

/// `OrderError::Name`, or `Self` for a struct.
#[derive(Clone)]
pub enum VariantPath<'a> {
    Struct,
    Enum {
        /// Without the user's span: the use of a deprecated type is not reported.
        ty: Ident,
        variant: &'a Ident,
    },
}

impl ToTokens for VariantPath<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Struct => <Token![Self]>::default().to_tokens(tokens),
            // `Self::Name` would make the compiler search all variants for the name, at every use.
            Self::Enum { ty, variant } => {
                ty.to_tokens(tokens);
                <Token![::]>::default().to_tokens(tokens);
                variant.to_tokens(tokens);
            }
        }
    }
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
    /// `From` is implemented for these types, which the field is made from.
    pub from_types: Vec<&'a Type>,
}

/// One error: its static facts first, then what its fields add.
pub struct Own<'a> {
    /// Its index among the errors of the type.
    pub index: Index,
    /// What the entry is taken from; status and code then mean nothing.
    pub kind: Option<OfKind<'a>>,
    pub exposure: Exposure,
    pub status: Status<'a>,
    /// The other statuses that a field may choose.
    pub also: Vec<u16>,
    pub code: Code<'a>,
    pub number: Option<&'a Number>,
    pub shared: bool,
    /// `None`: the reason phrase of the status, which must then be registered.
    pub title: Option<String>,
    /// Its own wire format.
    pub body: Option<&'a Path>,
    pub message: Option<Message<'a>>,
    pub display: Option<PublicDisplay>,
    pub docs_url: Option<String>,
    pub headers: Vec<(String, String)>,
    pub header_templates: Vec<HeaderTemplate<'a>>,
    pub docs: Docs,
    /// All facts, those above included.
    pub facts: Facts,
    pub constants: Vec<ConstantDetail>,
    pub details: Vec<Detail<'a>>,
    /// What samples need beside the details.
    pub samples: Vec<Sample>,
    pub field_headers: Vec<(String, Field<'a>)>,
    pub retry_after: Option<Field<'a>>,
    pub violations: Option<Field<'a>>,
    pub field_status: Option<Field<'a>>,
    pub source: Option<Field<'a>>,
    /// `From` is implemented for the type of the source.
    pub from: bool,
}

pub enum Code<'a> {
    /// A valid code.
    Text(String),
    /// A `const &str`, which the compiler checks.
    Path(&'a ExprPath),
}

impl Code<'_> {
    /// The code, if the macro knows it.
    pub fn known(&self) -> Option<&str> {
        match self {
            Self::Text(code) => Some(code),
            Self::Path(_) => None,
        }
    }
}

/// Where an error takes its entry from.
pub enum OfKind<'a> {
    /// A field, itself an API error.
    Field(Field<'a>),
    /// A unit variant of another type.
    Variant(&'a Path),
}

#[derive(Clone)]
pub enum Status<'a> {
    /// A number between 400 and 599.
    Number(u16),
    /// A constant, which the compiler checks.
    Path(&'a ExprPath),
}

/// Whether the client may read `Display`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Exposure {
    ByStatus,
    Exposed,
    Redacted,
}

impl Field<'_> {
    /// Its name in a format string: the name of the field, or its index.
    pub fn name(&self) -> String {
        match &self.member {
            Member::Named(name) => name.unraw().to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }
}

impl Own<'_> {
    /// Whether an instance may have this status, as far as the macro knows.
    pub fn may_have(&self, status: u16) -> bool {
        let declared = matches!(self.status, Status::Number(declared) if declared == status);
        declared || self.also.contains(&status) || self.field_status.is_some() && self.also.is_empty()
    }

    /// The names of all headers that its replies may have.
    pub fn sent_headers(&self) -> Vec<&str> {
        let constant = self.headers.iter().map(|(name, _)| name.as_str());
        let filled = self.header_templates.iter().map(|header| header.name.as_str());
        let constant = constant.chain(filled);
        let dynamic = self.field_headers.iter().map(|(name, _)| name.as_str());
        constant.chain(dynamic).chain(self.retry_after.as_ref().map(|_| "Retry-After")).collect()
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

    /// The types that `From` is implemented for: that of the field, then those that the field is made from.
    pub fn made_from(&self) -> impl Iterator<Item = &'a Type> {
        let listed = match &self.kind {
            Kind::Own(_) => &[],
            Kind::Transparent(delegate) => delegate.from_types.as_slice(),
        };
        self.from().map(|field| field.ty).into_iter().chain(listed.iter().copied())
    }
}

impl<'a> Model<'a> {
    pub fn is_ours(&self) -> bool {
        self.error_impl == ErrorImpl::Ours
    }

    pub fn is_unproven(&self) -> bool {
        self.error_impl == ErrorImpl::Unproven
    }

    /// Whether it declares all of its errors itself, and names no format.
    pub fn has_only_rows(&self) -> bool {
        let is_row = |variant: &Variant| matches!(&variant.kind, Kind::Own(own) if own.kind.is_none());
        self.body.is_none() && !self.variants.is_empty() && self.variants.iter().all(is_row)
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
