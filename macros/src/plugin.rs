//! The value of `impls`: paths of plug-ins, each with the arguments of its macro.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{LitStr, Path, Token};

use crate::entry::{Collect, Entry};
use crate::expand::as_written;

/// `errbook_tonic(domain = "shop")` inside `impls(…)`.
pub struct Plugin {
    pub key: Ident,
    /// The crate or module with the macro `api_impls!`.
    pub path: Path,
    /// The tokens in the parentheses.
    pub arguments: TokenStream,
}

/// A key that takes `(path, path(arguments), …)`. It may be written several times, as several `cfg_attr` do.
impl Collect for Vec<Plugin> {
    fn collect(&mut self, entry: Entry) -> syn::Result<()> {
        let content = entry.list()?;
        let mut errors = Vec::new();
        while !content.is_empty() {
            // The plug-ins beside a mistake are still called: what they implement would be missed elsewhere.
            errors.extend(plugin(&entry, &content).and_then(|plugin| push(self, plugin)).err());
            errors.extend(after_plugin(&content).err());
        }
        let all = errors.into_iter().reduce(|mut all, error| {
            all.combine(error);
            all
        });
        all.map_or(Ok(()), Err)
    }

    fn push_keys<'k>(&'k self, keys: &mut Vec<&'k Ident>) {
        keys.extend(self.first().map(|plugin| &plugin.key));
    }
}

/// Adds a plug-in. A type cannot have the same implementations twice, whatever the arguments are.
fn push(all: &mut Vec<Plugin>, plugin: Plugin) -> syn::Result<()> {
    if all.iter().any(|other| is_same(&other.path, &plugin.path)) {
        let message = format!("duplicate plug-in `{}`: remove one", as_written(&plugin.path));
        return Err(syn::Error::new_spanned(&plugin.path, message));
    }
    all.push(plugin);
    Ok(())
}

/// Whether both are written the same, except for `r#`.
fn is_same(one: &Path, other: &Path) -> bool {
    let names = |path: &Path| path.segments.iter().map(|segment| segment.ident.unraw()).collect::<Vec<_>>();
    one.leading_colon.is_some() == other.leading_colon.is_some() && names(one) == names(other)
}

/// `path` or `path(arguments)`. What cannot be read is skipped up to its comma.
fn plugin(entry: &Entry, input: ParseStream) -> syn::Result<Plugin> {
    let span = input.span();
    let path = match input.fork().parse::<LitStr>().map(|text| text.parse_with(Path::parse_mod_style)) {
        Ok(Ok(path)) => Err(format!("expected `impls({})`, without quotes", as_written(&path))),
        Ok(Err(_)) => Err(format!("expected `{}`", entry.example)),
        Err(_) => input.call(Path::parse_mod_style).map_err(|_| format!("expected `{}`", entry.example)),
    };
    let path = path.and_then(|path| match path.segments.first() {
        Some(first) if first.ident == "Self" => {
            Err("expected the path of a crate or module, found `Self`".to_owned())
        }
        _ => Ok(path),
    });
    let path = path.map_err(|message| {
        skip(input);
        syn::Error::new(span, message)
    })?;
    let mut arguments = TokenStream::new();
    if input.peek(syn::token::Paren) {
        let content;
        syn::parenthesized!(content in input);
        arguments = content.parse()?;
    }
    Ok(Plugin { key: entry.key.clone(), path, arguments })
}

/// The comma after a plug-in. Where only the comma is missing, the next path is read.
fn after_plugin(input: ParseStream) -> syn::Result<()> {
    if input.is_empty() || input.peek(Token![,]) {
        return input.parse::<Option<Token![,]>>().map(drop);
    }
    if input.peek(Ident::peek_any) || input.peek(Token![::]) {
        return Err(input.error("expected a comma between two paths"));
    }
    let error = input
        .error("expected a comma, or arguments in parentheses: `impls(errbook_tonic(domain = \"shop\"))`");
    skip(input);
    let _ = input.parse::<Token![,]>();
    Err(error)
}

/// Skips what is left of an element.
fn skip(input: ParseStream) {
    while !input.is_empty() && !input.peek(Token![,]) {
        // A token tree can always be read where the input is not empty.
        let _ = input.parse::<TokenTree>();
    }
}
