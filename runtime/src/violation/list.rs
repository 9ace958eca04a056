//! A list of violations, which those of other crates convert into.

use super::{JsonPointer, Place, Violation};

/// A list of violations.
///
/// A field with the key `violations` can be this, a `Vec<Violation>`, or any other type that iterates over `&Violation`. It can
/// also be what other crates report, which converts into this type: `garde::Report` with the feature `garde`, and
/// `validator::ValidationErrors` with the feature `validator`.
///
/// # Examples
///
/// ```
/// use errbook::{Violation, Violations};
///
/// let mut violations = Violations::new();
/// violations.push(Violation::new("is missing").with_pointer("/name"));
/// violations.push(Violation::new("must be positive").with_pointer("/items/0/quantity"));
/// assert_eq!(violations.len(), 2);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// Creates an empty list.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a violation.
    pub fn push(&mut self, violation: Violation) {
        self.0.push(violation);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The violations, in the order in which they were added.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// Puts a pointer before those of the violations: for a value that was validated apart from the document that it is in.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{Violation, Violations};
    ///
    /// let attributes = Violations::from(Violation::new("is too short").with_pointer("/title"));
    /// let document = attributes.nested_in("/data/attributes");
    /// assert_eq!(
    ///     document,
    ///     Violations::from(Violation::new("is too short").with_pointer("/data/attributes/title")),
    /// );
    /// ```
    #[must_use]
    pub fn nested_in(mut self, pointer: impl Into<JsonPointer>) -> Self {
        let outer = pointer.into();
        for violation in &mut self.0 {
            match &mut violation.place {
                Some(Place::Pointer(pointer)) => *pointer = pointer.nested_in(&outer),
                Some(Place::Parameter(_) | Place::Header(_)) => {}
                place @ None => *place = Some(Place::Pointer(outer.clone())),
            }
        }
        self
    }

    /// Renames the members that pointers go through: for JSON whose names are not those of the Rust fields.
    ///
    /// Indices are kept.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{Violation, Violations};
    ///
    /// let fields = Violations::from(Violation::new("must be positive").with_pointer("/items/0/unit_price"));
    /// let json = fields.map_names(|name| name.replace("unit_price", "unitPrice"));
    /// assert_eq!(json, Violations::from(Violation::new("must be positive").with_pointer("/items/0/unitPrice")));
    /// ```
    #[must_use]
    pub fn map_names(mut self, mut rename: impl FnMut(&str) -> String) -> Self {
        for violation in &mut self.0 {
            if let Some(Place::Pointer(pointer)) = &mut violation.place {
                *pointer = pointer.map_names(&mut rename);
            }
        }
        self
    }

    /// Turns pointers into parameters: for a query that was validated as a struct.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{Violation, Violations};
    ///
    /// let query = Violations::from(Violation::new("must be positive").with_pointer("/page"));
    /// assert_eq!(
    ///     query.into_parameters(),
    ///     Violations::from(Violation::new("must be positive").with_parameter("page")),
    /// );
    /// ```
    #[must_use]
    pub fn into_parameters(mut self) -> Self {
        for violation in &mut self.0 {
            if let Some(name) = violation.pointer().map(JsonPointer::to_field_path) {
                violation.place = (!name.is_empty()).then_some(Place::Parameter(name.into()));
            }
        }
        self
    }
}

impl From<Violation> for Violations {
    fn from(violation: Violation) -> Self {
        Self(vec![violation])
    }
}

impl From<Vec<Violation>> for Violations {
    fn from(violations: Vec<Violation>) -> Self {
        Self(violations)
    }
}

impl From<Violations> for Vec<Violation> {
    fn from(violations: Violations) -> Self {
        violations.0
    }
}

impl FromIterator<Violation> for Violations {
    fn from_iter<I: IntoIterator<Item = Violation>>(violations: I) -> Self {
        Self(violations.into_iter().collect())
    }
}

impl Extend<Violation> for Violations {
    fn extend<I: IntoIterator<Item = Violation>>(&mut self, violations: I) {
        self.0.extend(violations);
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'v> IntoIterator for &'v Violations {
    type Item = &'v Violation;
    type IntoIter = std::slice::Iter<'v, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
