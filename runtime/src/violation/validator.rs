//! What `validator` reports, as violations.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde_json::Value as Json;
use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use super::{JsonPointer, Violation, Violations, without_raw};
use crate::__private::violations::Known;

/// The code, the message and the parameters of each error, with a JSON pointer to the field or the item, in the order of the
/// names of fields.
///
/// An error without a message says what its rule requires. The parameters `value` and `other` are left out: they hold what the
/// client sent, which may be a password. The names are those of the Rust fields; [`Violations::map_names`] makes those of the
/// JSON. A field with the key `violations` can be the errors themselves. validator counts the values of a map, whose names it does not know: their pointers have an index.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Violation, Violations};
/// use validator::{ValidationError, ValidationErrors};
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 422, code = "INVALID")]
/// struct Invalid(#[api(violations, from)] ValidationErrors);
///
/// let mut range = ValidationError::new("range");
/// range.add_param("min".into(), &1);
/// range.add_param("value".into(), &0);
/// let mut errors = ValidationErrors::new();
/// errors.add("quantity", range);
///
/// let expected = Violation::new("must be at least 1")
///     .with_pointer("/quantity")
///     .with_code("range")
///     .with_detail("min", 1);
/// assert_eq!(Violations::from(errors.clone()), Violations::from(expected));
///
/// Invalid::from(errors).violations(&mut |violation| assert_eq!(violation.code(), Some("range")));
/// ```
impl From<ValidationErrors> for Violations {
    fn from(errors: ValidationErrors) -> Self {
        let mut list = Self::new();
        add(&mut list, &JsonPointer::default(), errors);
        list
    }
}

impl Known for ValidationErrors {
    fn visit(&self, visit: &mut dyn FnMut(&Violation)) {
        Violations::from(self).iter().for_each(visit);
    }
}

/// The same for errors that are kept.
impl From<&ValidationErrors> for Violations {
    fn from(errors: &ValidationErrors) -> Self {
        Self::from(errors.clone())
    }
}

fn add(list: &mut Violations, place: &JsonPointer, errors: ValidationErrors) {
    let fields: BTreeMap<_, _> = errors.into_errors().into_iter().collect();
    for (field, kind) in fields {
        let place = match &*field {
            // Rules of the struct, and lists that are validated by themselves.
            "__all__" | "_tmp_validator" => place.clone(),
            name => place.clone().join(without_raw(name)),
        };
        match kind {
            ValidationErrorsKind::Struct(errors) => add(list, &place, *errors),
            ValidationErrorsKind::List(items) => {
                for (index, errors) in items {
                    add(list, &place.clone().join(index), *errors);
                }
            }
            ValidationErrorsKind::Field(errors) => {
                list.extend(errors.into_iter().map(|error| violation(&place, error)));
            }
        }
    }
}

fn violation(place: &JsonPointer, error: ValidationError) -> Violation {
    let ValidationError { code, message, params } = error;
    let message = message.unwrap_or_else(|| requirement(&code, &params).into());
    let mut violation = Violation::new(message).with_code(code);
    if *place != JsonPointer::default() {
        violation = violation.with_pointer(place.clone());
    }
    let params: BTreeMap<_, _> = params.into_iter().collect();
    let public = params.into_iter().filter(|(name, _)| name != "value" && name != "other");
    public.fold(violation, |violation, (name, value)| violation.with_detail(name, value))
}

/// What the rule of this code requires.
fn requirement<'p>(code: &str, params: &'p HashMap<Cow<'static, str>, Json>) -> String {
    let param = |name: &str| -> Option<&'p Json> { params.get(name).filter(|value| !value.is_null()) };
    let needle = param("needle").map_or_else(|| "a certain text".to_owned(), Json::to_string);
    let bounds = [
        ("equal", ""),
        ("min", "at least "),
        ("exclusive_min", "more than "),
        ("max", "at most "),
        ("exclusive_max", "less than "),
    ];
    let bounds = bounds.into_iter().filter_map(|(name, words)| Some(format!("{words}{}", param(name)?)));
    let bounds = bounds.collect::<Vec<_>>().join(" and ");
    match code {
        "length" if !bounds.is_empty() => format!("must have a length of {bounds}"),
        "range" if !bounds.is_empty() => format!("must be {bounds}"),
        "contains" => format!("must contain {needle}"),
        "does_not_contain" => format!("must not contain {needle}"),
        "required" => "is required".to_owned(),
        "email" => "must be an email address".to_owned(),
        "url" => "must be a URL".to_owned(),
        "ip" => "must be an IP address".to_owned(),
        "credit_card" => "must be the number of a credit card".to_owned(),
        "regex" => "has the wrong format".to_owned(),
        "must_match" => "does not match".to_owned(),
        "non_control_character" => "must not contain control characters".to_owned(),
        _ => "is invalid".to_owned(),
    }
}
