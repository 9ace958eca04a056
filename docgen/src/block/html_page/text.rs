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
    let chars: Vec<char> = name.chars().collect();
    let is_lower = |at: usize| chars.get(at).is_some_and(|c| c.is_lowercase());
    let mut spaced = String::new();
    for (at, c) in chars.iter().enumerate() {
        if c.is_uppercase() && (is_lower(at.wrapping_sub(1)) || is_lower(at + 1)) {
            spaced.push('_');
        }
        spaced.push(*c);
    }
    let is_abbreviation = |word: &str| word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
    let words = spaced.split('_').filter(|word| !word.is_empty());
    let cased = words.map(|word| match word {
        "Http" => "HTTP".to_owned(),
        word if is_abbreviation(word) => word.to_owned(),
        word => word.to_lowercase(),
    });
    cased.collect()
}
