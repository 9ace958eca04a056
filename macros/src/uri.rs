//! Addresses (RFC 3986): what they may consist of, and codes in them, percent-encoded or as words in lower case.

mod grammar;

use self::grammar::{Parts, is_plain};

/// Percent-encodes what is not a `pchar` (RFC 3986 §3.3), so that a code is one path segment or fragment.
pub fn push_encoded(out: &mut String, code: &str) {
    for c in code.chars() {
        if is_plain(c) || c == ':' || c == '@' {
            out.push(c);
        } else {
            grammar::push_encoded(out, c);
        }
    }
}

/// The first character that a URI reference cannot have in its place (RFC 3986 §3 and appendix A).
pub fn first_illegal(text: &str) -> Option<char> {
    let parts = Parts::of(text);
    text.char_indices().find(|(at, c)| !parts.allow(text, *at, *c)).map(|(_, c)| c)
}

/// Words in lower case, joined by `-`, as the filter `slug` of errbook-docgen makes them.
pub fn slug(code: &str) -> String {
    let mut slug = String::with_capacity(code.len() + 4);
    let mut before = '-';
    for c in code.chars() {
        if !c.is_alphanumeric() {
            before = '-';
            continue;
        }
        let begins_word = before == '-' || (c.is_uppercase() && before.is_lowercase());
        if begins_word && !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(c.to_lowercase());
        before = c;
    }
    slug
}

/// The strict reader of the tests of `Reply::instance`.
#[cfg(test)]
#[path = "../../tests/suite/readers/uri.rs"]
mod reader;

#[test]
fn the_runtime_has_the_same_grammar() {
    assert_eq!(include_str!("uri/grammar.rs"), include_str!("../../runtime/src/uri/grammar.rs"));
}

#[test]
fn a_host_may_be_an_address() {
    for text in
        ["//[::1]", "x://a:b@[v1.a:b]:80/", "//[::1", "//[::1]x", "//[v.a]", "//[::1%25eth0]", "//a@b@[::1]"]
    {
        assert_eq!(first_illegal(text).is_none(), reader::is_reference(text), "{text}");
    }
}

/// Strings of delimiters, from a generator with a fixed seed.
#[test]
fn what_is_legal_is_a_reference() {
    let letters: Vec<char> = "a1:/?#[]@%v.".chars().collect();
    let mut seed = 1_u64;
    for _ in 0..200_000 {
        let mut text = String::new();
        while seed % 13 != 0 {
            text.extend(letters.iter().cycle().nth(usize::try_from(seed >> 33).unwrap() % letters.len()));
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        }
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        assert_eq!(first_illegal(&text).is_none(), reader::is_reference(&text), "{text}");
    }
}
