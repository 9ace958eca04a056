//! A value in replies: its shape, and what replaces it.

use crate::shape::Shape;

/// A value in replies.
pub(super) struct Value {
    /// `None` if replies never have it.
    pub(super) present: Option<Shape>,
    /// What a reply has in its place where the value is absent; `None` if replies always have it.
    pub(super) absent: Option<Shape>,
}

impl Value {
    pub(super) fn always(shape: Shape) -> Self {
        Self { present: Some(shape), absent: None }
    }

    pub(super) fn maybe(shape: Shape) -> Self {
        Self { present: Some(shape), absent: Some(Shape::NULL) }
    }

    pub(super) fn never() -> Self {
        Self { present: None, absent: Some(Shape::NULL) }
    }

    /// Present in some replies, or in all of them.
    pub(super) fn unless(is_optional: bool, shape: Shape) -> Self {
        if is_optional { Self::maybe(shape) } else { Self::always(shape) }
    }

    /// What replies have where the value cannot be omitted.
    pub(super) fn required(self) -> Shape {
        match (self.present, self.absent) {
            (Some(present), Some(absent)) => present.or(absent),
            (Some(shape), None) | (None, Some(shape)) => shape,
            (None, None) => Shape::NULL,
        }
    }
}
