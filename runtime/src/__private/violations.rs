//! Fields that hold violations: anything that iterates over `&Violation`, an `Option` of it, whatever that is called, or a
//! pointer to it.
//!
//! `(&&ViolationsField(&field)).__visit(…)` finds the first of three traits whose impl fits; expansions import all of them.

use std::borrow::Cow;
use std::sync::Arc;

use crate::violation::{Violation, Violations};

pub struct ViolationsField<'f, T: ?Sized>(pub &'f T);

type Visit<'v> = &'v mut dyn FnMut(&Violation);

/// Lists of the standard library and of this crate, behind any pointers.
pub trait VisitKnown {
    fn __visit(&self, visit: Visit<'_>);
}

impl<T: Known + ?Sized> VisitKnown for &ViolationsField<'_, T> {
    fn __visit(&self, visit: Visit<'_>) {
        self.0.visit(visit);
    }
}

/// An `Option` of a type of the user's.
pub trait VisitSome {
    fn __visit(&self, visit: Visit<'_>);
}

impl<T: ViolationList> VisitSome for &&ViolationsField<'_, Option<T>> {
    fn __visit(&self, visit: Visit<'_>) {
        if let Some(list) = self.0 {
            list.visit_all(visit);
        }
    }
}

/// All other types.
pub trait VisitList<T: ?Sized> {
    fn __visit(&self, visit: Visit<'_>)
    where
        T: ViolationList;
}

impl<T: ?Sized> VisitList<T> for ViolationsField<'_, T> {
    fn __visit(&self, visit: Visit<'_>)
    where
        T: ViolationList,
    {
        self.0.visit_all(visit);
    }
}

/// What a `violations` field can be.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of violations",
    label = "expected a list of `errbook::Violation`, such as `Vec<Violation>`, or an `Option` of one",
    note = "a report of garde 0.22 or 0.23 is one with the feature `garde` of errbook, and errors of validator 0.20 or 0.21 with `validator`"
)]
pub trait ViolationList {
    fn visit_all(&self, visit: Visit<'_>);
}

#[diagnostic::do_not_recommend]
impl<T: ?Sized> ViolationList for T
where
    for<'v> &'v T: IntoIterator<Item: ViolationItem>,
{
    fn visit_all(&self, visit: Visit<'_>) {
        self.into_iter().for_each(|item| visit(item.violation()));
    }
}

/// What such a list iterates over.
pub trait ViolationItem {
    fn violation(&self) -> &Violation;
}

impl ViolationItem for Violation {
    fn violation(&self) -> &Violation {
        self
    }
}

impl ViolationItem for &Violation {
    fn violation(&self) -> &Violation {
        self
    }
}

/// The types whose pointers and `Option`s are lists as well.
pub trait Known {
    fn visit(&self, visit: Visit<'_>);
}

impl Known for Violation {
    fn visit(&self, visit: Visit<'_>) {
        visit(self);
    }
}

impl Known for [Violation] {
    fn visit(&self, visit: Visit<'_>) {
        self.iter().for_each(visit);
    }
}

impl<const N: usize> Known for [Violation; N] {
    fn visit(&self, visit: Visit<'_>) {
        self.iter().for_each(visit);
    }
}

impl Known for Vec<Violation> {
    fn visit(&self, visit: Visit<'_>) {
        self.iter().for_each(visit);
    }
}

impl Known for Violations {
    fn visit(&self, visit: Visit<'_>) {
        self.iter().for_each(visit);
    }
}

impl<T: Known> Known for Option<T> {
    fn visit(&self, visit: Visit<'_>) {
        if let Some(list) = self {
            list.visit(visit);
        }
    }
}

impl<T: Known + ?Sized> Known for &T {
    fn visit(&self, visit: Visit<'_>) {
        (**self).visit(visit);
    }
}

impl<T: Known + ?Sized> Known for Box<T> {
    fn visit(&self, visit: Visit<'_>) {
        (**self).visit(visit);
    }
}

impl<T: Known + ?Sized> Known for Arc<T> {
    fn visit(&self, visit: Visit<'_>) {
        (**self).visit(visit);
    }
}

impl<T: Known + ToOwned<Owned: Known> + ?Sized> Known for Cow<'_, T> {
    fn visit(&self, visit: Visit<'_>) {
        (**self).visit(visit);
    }
}
