//! `#[api(…)]` as written: one struct a place, every entry well formed, nothing said of the whole.
//!
//! A bad entry is reported and skipped up to its comma, so the next one is still read.

mod entry;

use proc_macro2::{Ident, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Attribute, DeriveInput, Field, LitInt, LitStr, Path, Token, parse_quote};

use self::entry::Entry;
use crate::case::Case;
use crate::errors::Errors;
use crate::key::{self, Key, Place};
use crate::nearest::nearest;

/// A key that was given, with its place in the source.
#[derive(Clone)]
pub struct Given<T> {
    pub key: Ident,
    pub value: T,
}

pub type Slot<T> = Option<Given<T>>;

/// A status as written: a number, or a path that only the compiler can follow.
#[derive(Clone)]
pub enum Status {
    /// The minus is there to be refused.
    Number(Option<Token![-]>, LitInt),
    Path(Path),
}

/// `name = "value"` inside `meta(…)` or `header(…)`.
pub struct Pair {
    pub name: LitStr,
    pub value: LitStr,
}

#[derive(Default)]
pub struct OnType {
    /// An entry could not be read, so nothing may be said to be missing.
    pub damaged: bool,
    /// It may have been `display`.
    pub maybe_display: bool,
    pub display: Slot<()>,
    pub serialize: Slot<()>,
    pub body: Slot<Path>,
    pub rename_all: Slot<Case>,
    pub prefix: Slot<LitStr>,
    pub krate: Slot<Path>,
    pub strict: Slot<()>,
    pub status: Slot<Status>,
    pub docs_url: Slot<LitStr>,
    pub meta: Vec<Pair>,
    pub headers: Vec<Pair>,
}

impl OnType {
    /// Where errbook lives.
    pub fn krate(&self) -> Path {
        self.krate.as_ref().map_or_else(|| parse_quote!(::errbook), |given| given.value.clone())
    }
}

#[derive(Default)]
pub struct OnVariant {
    pub status: Slot<Status>,
    pub docs_url: Slot<LitStr>,
    pub meta: Vec<Pair>,
    pub headers: Vec<Pair>,
    pub code: Slot<LitStr>,
    pub number: Slot<i64>,
    pub shared: Slot<()>,
    pub title: Slot<LitStr>,
    pub message: Slot<LitStr>,
    pub expose: Slot<()>,
    pub redact: Slot<()>,
    pub retryable: Slot<bool>,
    pub transparent: Slot<()>,
    /// An entry could not be read, so nothing may be said to be missing.
    pub damaged: bool,
}

#[derive(Default)]
pub struct OnField {
    pub detail: Slot<Option<LitStr>>,
    pub header: Slot<LitStr>,
    pub retry_after: Slot<()>,
    pub status: Slot<()>,
    pub source: Slot<()>,
    pub from: Slot<()>,
    /// An entry could not be read, so nothing may be said to be missing.
    pub damaged: bool,
}

/// All attributes of one derive input. A struct is an enum with one variant.
#[derive(Default)]
pub struct Item {
    pub on_type: OnType,
    /// In source order; a struct has exactly one.
    pub variants: Vec<WrittenVariant>,
}

#[derive(Default)]
pub struct WrittenVariant {
    pub on_variant: OnVariant,
    pub fields: Vec<OnField>,
}

impl WrittenVariant {
    /// Whether an entry on it or on a field could not be read.
    pub fn is_damaged(&self) -> bool {
        self.on_variant.damaged || self.fields.iter().any(|field| field.damaged)
    }
}

impl Item {
    pub fn parse(errors: &Errors, input: &DeriveInput) -> Self {
        match &input.data {
            syn::Data::Enum(data) => {
                let on_type = read(errors, &input.attrs, Place::Type);
                let variants = data.variants.iter().enumerate().map(|(index, variant)| {
                    errors.of_variant(index);
                    WrittenVariant {
                        on_variant: read(errors, &variant.attrs, Place::Variant),
                        fields: fields(errors, &variant.fields),
                    }
                });
                Self { on_type, variants: variants.collect() }
            }
            syn::Data::Struct(data) => {
                let (on_type, on_variant) = read(errors, &input.attrs, Place::Struct);
                let fields = fields(errors, &data.fields);
                Self { on_type, variants: vec![WrittenVariant { on_variant, fields }] }
            }
            syn::Data::Union(data) => {
                errors.at(data.union_token, "a union cannot be an error: write an `enum` or a `struct`");
                Self::default()
            }
        }
    }
}

fn fields(errors: &Errors, fields: &syn::Fields) -> Vec<OnField> {
    let read = |field: &Field| read(errors, &field.attrs, Place::Field);
    fields.iter().map(read).collect()
}

/// What the entries of one place are collected in.
trait Entries: Default {
    /// Takes the value of `entry` from its input.
    fn set(&mut self, entry: Entry) -> syn::Result<()>;

    /// Notes that an entry of this key was lost.
    fn damage(&mut self, key: &str);
}

fn read<T: Entries>(errors: &Errors, attrs: &[Attribute], place: Place) -> T {
    let mut read = T::default();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("api")) {
        let result = match &attr.meta {
            syn::Meta::List(list) => list.parse_args_with(|input: ParseStream| {
                entries(errors, &mut read, input, place);
                Ok(())
            }),
            _ => Err(syn::Error::new_spanned(attr, "write `#[api(…)]`, with the keys in parentheses")),
        };
        if let Err(error) = result {
            errors.push(error);
            read.damage("display");
        }
    }
    read
}

fn entries<T: Entries>(errors: &Errors, into: &mut T, input: ParseStream, place: Place) {
    while !input.is_empty() {
        let key = input.fork().call(Ident::parse_any).map(|key| key.to_string());
        if let Err(error) = entry(into, input, place) {
            errors.push(error);
            into.damage(&key.unwrap_or_default());
        }
        while !input.is_empty() && !input.peek(Token![,]) {
            // A token tree can always be read where the input is not empty.
            let _ = input.parse::<TokenTree>();
        }
        let _ = input.parse::<Token![,]>();
    }
}

fn entry<T: Entries>(into: &mut T, input: ParseStream, place: Place) -> syn::Result<()> {
    if !input.peek(Ident::peek_any) {
        return Err(input.error("write a key, such as `status = 400`"));
    }
    let key = Ident::parse_any(input)?;
    let row =
        key::find(&key.unraw().to_string(), place).map_err(|message| syn::Error::new(key.span(), message))?;
    into.set(Entry { row, key, input })?;
    if input.is_empty() || input.peek(Token![,]) {
        Ok(())
    } else if input.peek(Ident::peek_any) {
        Err(input.error("write a comma between two keys"))
    } else {
        Err(input.error(row.refusal()))
    }
}

impl Entries for OnType {
    fn set(&mut self, entry: Entry) -> syn::Result<()> {
        match entry.row.key {
            Key::Display => entry.flag(&mut self.display),
            Key::Serialize => entry.flag(&mut self.serialize),
            Key::Body => entry.path(&mut self.body),
            Key::RenameAll => entry.case(&mut self.rename_all),
            Key::Prefix => entry.string(&mut self.prefix),
            Key::Crate => entry.path(&mut self.krate),
            Key::Strict => entry.flag(&mut self.strict),
            Key::Status => entry.status(&mut self.status),
            Key::DocsUrl => entry.string(&mut self.docs_url),
            Key::Meta => entry.pairs(&mut self.meta),
            Key::Header => entry.pairs(&mut self.headers),
            _ => Err(entry.error_at(entry.key.span())),
        }
    }

    fn damage(&mut self, key: &str) {
        self.damaged = true;
        self.maybe_display |= nearest(key, ["display"]).is_some();
    }
}

impl Entries for OnVariant {
    fn set(&mut self, entry: Entry) -> syn::Result<()> {
        match entry.row.key {
            Key::Status => entry.status(&mut self.status),
            Key::DocsUrl => entry.string(&mut self.docs_url),
            Key::Meta => entry.pairs(&mut self.meta),
            Key::Header => entry.pairs(&mut self.headers),
            Key::Code => entry.string(&mut self.code),
            Key::Number => entry.number(&mut self.number),
            Key::Shared => entry.flag(&mut self.shared),
            Key::Title => entry.string(&mut self.title),
            Key::Message => entry.string(&mut self.message),
            Key::Expose => entry.flag(&mut self.expose),
            Key::Redact => entry.flag(&mut self.redact),
            Key::Retryable => entry.bool(&mut self.retryable),
            Key::Transparent => entry.flag(&mut self.transparent),
            _ => Err(entry.error_at(entry.key.span())),
        }
    }

    fn damage(&mut self, _: &str) {
        self.damaged = true;
    }
}

/// The keys of a type and of a variant stand together on a struct.
impl Entries for (OnType, OnVariant) {
    fn set(&mut self, entry: Entry) -> syn::Result<()> {
        if entry.row.places.contains(&Place::Variant) { self.1.set(entry) } else { self.0.set(entry) }
    }

    fn damage(&mut self, key: &str) {
        self.0.damage(key);
        self.1.damage(key);
    }
}

impl Entries for OnField {
    fn set(&mut self, entry: Entry) -> syn::Result<()> {
        match entry.row.key {
            Key::Detail => entry.named(&mut self.detail),
            Key::FieldHeader => entry.string(&mut self.header),
            Key::RetryAfter => entry.flag(&mut self.retry_after),
            Key::FieldStatus => entry.flag(&mut self.status),
            Key::Source => entry.flag(&mut self.source),
            Key::From => entry.flag(&mut self.from),
            _ => Err(entry.error_at(entry.key.span())),
        }
    }

    fn damage(&mut self, _: &str) {
        self.damaged = true;
    }
}
