//! From the tree to tokens; nothing here can fail.
//!
//! ```text
//! errbook::Body::new(errbook::body::Node::Object(&[
//!     errbook::body::Member::new("code", errbook::body::Node::Word(errbook::body::Word::Code)).doc("…"),
//!     errbook::body::Member::optional("trace_id", errbook::body::Node::Word(errbook::body::Word::TraceId)),
//!     errbook::body::Member::DETAILS,
//! ]))
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Path;

use super::node::{Member, Node, Number, Piece};
use super::word::Word;

pub fn body(krate: &Path, root: &Node) -> TokenStream {
    let root = node(krate, root);
    quote!(#krate::Body::new(#root))
}

fn node(krate: &Path, of: &Node) -> TokenStream {
    let kind = match of {
        Node::Null => quote!(Null),
        Node::Bool(value) => quote!(Bool(#value)),
        Node::Number(Number::Int(digits, false)) => quote!(Unsigned(#digits)),
        Node::Number(Number::Int(digits, true)) => quote!(Signed(-#digits)),
        Node::Number(Number::Float(digits, negative)) => {
            let minus = negative.then(|| quote!(-));
            quote!(Float(#minus #digits))
        }
        Node::Str(text) => quote!(Str(#text)),
        Node::Text(pieces) => {
            let pieces = pieces.iter().map(|piece| match piece {
                Piece::Str(text) => quote!(#krate::body::Piece::Str(#text)),
                Piece::Word(of) => {
                    let word = word(krate, of);
                    quote!(#krate::body::Piece::Word(#word))
                }
            });
            quote!(Text(&[#(#pieces),*]))
        }
        Node::Word(of) => {
            let word = word(krate, of);
            quote!(Word(#word))
        }
        Node::Object(members) => {
            let members = members.iter().map(|of| member(krate, of));
            quote!(Object(&[#(#members),*]))
        }
        Node::Array(items) => {
            let items = items.iter().map(|item| node(krate, item));
            quote!(Array(&[#(#items),*]))
        }
    };
    quote!(#krate::body::Node::#kind)
}

fn member(krate: &Path, of: &Member) -> TokenStream {
    let Member::Named { name, doc, optional, node: value } = of else {
        return quote!(#krate::body::Member::DETAILS);
    };
    let value = node(krate, value);
    let new = if *optional { quote!(optional) } else { quote!(new) };
    let doc = (!doc.is_empty()).then(|| quote!(.doc(#doc)));
    quote!(#krate::body::Member::#new(#name, #value) #doc)
}

fn word(krate: &Path, of: &Word) -> TokenStream {
    let variant = match of {
        Word::Plain(variant) => {
            let variant = format_ident!("{variant}");
            quote!(#variant)
        }
        Word::Meta(name) => quote!(Meta(#name)),
        Word::Extra(name) => quote!(Extra(#name)),
    };
    quote!(#krate::body::Word::#variant)
}
