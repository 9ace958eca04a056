//! Names of types: valid identifiers in every language, each once.

use std::collections::BTreeSet;

/// What the files declare themselves, or what would hide a type that everybody knows.
const TAKEN: [&str; 23] = [
    "ApiError",
    "Array",
    "BigInt",
    "Boolean",
    "Code",
    "Date",
    "Error",
    "ErrorInfo",
    "Errors",
    "Function",
    "JSON",
    "KnownError",
    "Map",
    "Math",
    "Number",
    "Object",
    "Promise",
    "Record",
    "RegExp",
    "RetiredCode",
    "Set",
    "String",
    "Symbol",
];

/// The names that are given so far.
pub(crate) struct Names(BTreeSet<String>);

impl Names {
    pub(crate) fn new() -> Self {
        Self(TAKEN.iter().map(|name| (*name).to_owned()).collect())
    }

    /// A name that nobody has yet: this one, or one with a number.
    pub(crate) fn take(&mut self, name: &str) -> String {
        let numbered = (2..).map(|number: u32| format!("{name}{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        let free = names.find(|name| !self.0.contains(name)).unwrap_or_default();
        self.0.insert(free.clone());
        free
    }
}

/// The words of a text in Pascal case: `AuthTokenExpired` for `auth.token/expired`, and `E404` for `404`.
pub(crate) fn pascal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    let mut before = None;
    for c in text.chars() {
        let is_start = before.is_none_or(|before: char| {
            !is_word(before) || (!before.is_uppercase() && c.is_uppercase()) || before.is_ascii_digit()
        });
        if is_word(c) {
            match (is_start, before) {
                (true, _) => out.extend(c.to_uppercase().filter(|c| is_word(*c))),
                // The rest of a word in upper case.
                (false, Some(before)) if before.is_uppercase() => {
                    out.extend(c.to_lowercase().filter(|c| is_word(*c)));
                }
                (false, _) => out.push(c),
            }
        }
        before = Some(c);
    }
    if !out.starts_with(unicode_ident::is_xid_start) {
        out.insert(0, 'E');
    }
    out
}

/// The name of an endpoint in Pascal case: `GetOrdersById` for `GET /orders/{id}`.
pub(crate) fn of_endpoint(endpoint: &str) -> String {
    let segments = endpoint.split(['/', ' ']).map(|segment| {
        let is_parameter = segment.starts_with(['{', ':', '<', '*']);
        if is_parameter { format!("by {segment}") } else { segment.to_owned() }
    });
    pascal(&segments.collect::<Vec<_>>().join(" "))
}

/// What identifiers have in every language: no separators, and no letters that older editions of Unicode do not know.
fn is_word(c: char) -> bool {
    c != '_'
        && u32::from(c) < 0xFFFF
        && unicode_ident::is_xid_continue(c)
        && (c.is_ascii() || c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{Names, of_endpoint, pascal};

    #[test]
    fn words() {
        for (text, name) in [
            ("INVALID_PARAMETER", "InvalidParameter"),
            ("invalidParameter", "InvalidParameter"),
            ("InvalidParameter", "InvalidParameter"),
            ("HTTPError", "Httperror"),
            ("auth.token/expired", "AuthTokenExpired"),
            ("404", "E404"),
            ("", "E"),
            ("$!", "E"),
            ("größe.ungültig", "GrößeUngültig"),
            ("заказ-не-найден", "ЗаказНеНайден"),
            ("漢字", "漢字"),
            ("class", "Class"),
            ("V2_ONLY", "V2Only"),
            ("e\u{301}", "E"),
            ("𝒳-ray", "Ray"),
        ] {
            assert_eq!(pascal(text), name, "{text}");
        }
    }

    #[test]
    fn endpoints() {
        assert_eq!(of_endpoint("GET /orders/{id}"), "GetOrdersById");
        assert_eq!(of_endpoint("DELETE /v1/orders/:order_id/items"), "DeleteV1OrdersByOrderIdItems");
        assert_eq!(of_endpoint("orders.v1.Orders/Get"), "OrdersV1OrdersGet");
    }

    #[test]
    fn each_name_once() {
        let mut names = Names::new();
        let taken = ["NotFound", "NotFound", "NotFound2", "Error"].map(|name| names.take(name));
        assert_eq!(taken, ["NotFound", "NotFound2", "NotFound22", "Error2"]);
    }
}
