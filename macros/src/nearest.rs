//! Suggestions in errors: the nearest name of a list, and what a key of another derive is here.

use crate::key::Place;

/// The candidate with the fewest edits from `word`, if they are few enough for a typo.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = word.chars().count().div_ceil(3);
    candidates
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(edits, _)| *edits <= limit)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// Levenshtein's distance, one row at a time.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (b, above) in to.iter().zip(row.iter().skip(1)) {
            left = (diagonal + usize::from(a != *b)).min(left + 1).min(above + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// What is written here for a key of another derive, or of another name that comes to mind.
pub fn of_another_derive(name: &str, places: &[Place]) -> Option<&'static str> {
    let mut rows = OF_OTHER_DERIVES.iter();
    let row = rows.find(|(place, names, _)| places.contains(place) && names.contains(&name))?;
    Some(row.2)
}

const OF_OTHER_DERIVES: &[(Place, &[&str], &str)] = &[
    (Place::Type, &["rename_all_fields"], "rename_details"),
    (Place::Type, &["axum", "actix", "poem", "rocket", "salvo", "tonic", "warp"], "impls(errbook_…)"),
    (Place::Variant, &["status_code", "http_status"], "status = 429"),
    (Place::Variant, &["rename", "name", "id"], "code = \"…\""),
    (Place::Variant, &["error", "format", "msg", "text"], "message = \"…\""),
    (Place::Variant, &["description", "doc", "docs", "help"], "/// …"),
    (Place::Variant, &["deprecated"], "#[deprecated]"),
    (Place::Variant, &["hidden"], "#[doc(hidden)]"),
    (Place::Field, &["rename", "name"], "detail = \"name\""),
    (Place::Field, &["skip_serializing_if", "skip_if"], "detail(skip_if = …)"),
    (Place::Field, &["serialize_with", "with"], "detail(with = …)"),
];
