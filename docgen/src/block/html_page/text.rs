//! What people call the errors of a type.

/// `Order errors` for `OrderError`, `Payment failed` for `PaymentFailed`.
pub(super) fn heading_of_type(name: &str) -> String {
    if !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        return name.to_owned();
    }
    let mut words = words(name);
    if let Some(last) = words.last_mut().filter(|last| *last == "error") {
        last.push('s');
    }
    let heading = words.join(" ");
    let mut chars = heading.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars.as_str().chars()).collect()
}

/// The words of a name in camel case, in lower case but for abbreviations.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = '_';
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        let ends_capitals = chars.peek().is_some_and(|next| next.is_lowercase());
        match words.last_mut() {
            _ if c == '_' => {}
            Some(word)
                if before != '_' && !(c.is_uppercase() && (before.is_lowercase() || ends_capitals)) =>
            {
                word.push(c);
            }
            _ => words.push(c.to_string()),
        }
        before = c;
    }
    for word in &mut words {
        let is_abbreviation = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
        if word == "Http" {
            "HTTP".clone_into(word);
        } else if !is_abbreviation {
            *word = word.to_lowercase();
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_called_what_people_call_them() {
        let names = [
            ("OrderError", "Order errors"),
            ("HttpError", "HTTP errors"),
            ("PaymentFailed", "Payment failed"),
            ("TLSError", "TLS errors"),
            ("Error", "Errors"),
            ("GetOrderError2", "Get order error2"),
            ("Order_ERROR_x", "Order ERROR x"),
            ("a::B<C>", "a::B<C>"),
            ("", ""),
        ];
        for (name, heading) in names {
            assert_eq!(heading_of_type(name), heading);
        }
    }
}
