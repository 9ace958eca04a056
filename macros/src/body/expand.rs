//! From the tree to tokens. Nothing here can fail.
//!
//! ```text
//! errbook::Body::new(errbook::body::Node::Object(&[
//!     errbook::body::Member::new("code", errbook::body::Node::Placeholder(errbook::body::Placeholder::Code)).with_docs("…"),
//!     errbook::body::Member::optional("trace_id", errbook::body::Node::Placeholder(errbook::body::Placeholder::TraceId)),
//!     errbook::body::Member::DETAILS,
//! ]))
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Path;

use super::node::{Member, Node, Number};
use super::placeholder::{Placeholder, Scope, Segment};

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
        Node::Text(segments) => {
            let segments = segments.iter().map(|segment| match segment {
                Segment::Str(text) => quote!(#krate::body::Segment::Str(#text)),
                Segment::Placeholder(of) => {
                    let placeholder = placeholder(krate, of);
                    quote!(#krate::body::Segment::Placeholder(#placeholder))
                }
            });
            quote!(Text(&[#(#segments),*]))
        }
        Node::Placeholder(of) => {
            let placeholder = placeholder(krate, of);
            quote!(Placeholder(#placeholder))
        }
        Node::Object(members) => {
            let members = members.iter().map(|of| member(krate, of));
            quote!(Object(&[#(#members),*]))
        }
        Node::Array(items) => {
            let items = items.iter().map(|item| node(krate, item));
            quote!(Array(&[#(#items),*]))
        }
        Node::Violations(item) => {
            let item = node(krate, item);
            quote!(Violations(&#item))
        }
        Node::IfViolations(value) => {
            let value = node(krate, value);
            quote!(IfViolations(&#value))
        }
        Node::FirstOf(nodes) => {
            let nodes = nodes.iter().map(|of| node(krate, of));
            quote!(FirstOf(&[#(#nodes),*]))
        }
    };
    quote!(#krate::body::Node::#kind)
}

fn member(krate: &Path, of: &Member) -> TokenStream {
    let Member::Named { name, docs, optional, node: value } = of else {
        return quote!(#krate::body::Member::DETAILS);
    };
    let value = node(krate, value);
    let new = if *optional { quote!(optional) } else { quote!(new) };
    let docs = (!docs.is_empty()).then(|| quote!(.with_docs(#docs)));
    quote!(#krate::body::Member::#new(#name, #value) #docs)
}

fn placeholder(krate: &Path, of: &Placeholder) -> TokenStream {
    let variant = format_ident!("{}", of.row.variant);
    let argument = of.argument.as_ref().map(|name| quote!((#name)));
    match of.scope {
        Scope::Error => quote!(#krate::body::Placeholder::#variant #argument),
        Scope::Violation => {
            quote!(#krate::body::Placeholder::Violation(#krate::body::ViolationPart::#variant #argument))
        }
    }
}
