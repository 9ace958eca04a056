//! The methods by which the users of a block choose its rows, alike for all blocks.

/// Adds them to a block with a `selection` and a `group`.
macro_rules! selecting {
    ($block:ty) => {
        impl $block {
            /// Keeps the errors for which an expression holds; each further one narrows them. It is asked of each, before
            /// [`one_per`](Self::one_per).
            ///
            /// # Examples
            ///
            /// ```
            /// # use errbook_docgen::Table;
            /// let ours = Table::new().column(("Code", "{{ code }}")).filter("status >= 500 and not deprecated");
            /// ```
            #[must_use]
            pub fn filter(mut self, expression: impl Into<String>) -> Self {
                self.selection.filter(expression.into());
                self
            }

            /// Sorts by an expression, the least first; errors that are equal by it, by the next one, and else as they were.
            ///
            /// # Examples
            ///
            /// ```
            /// # use errbook_docgen::Table;
            /// let sorted = Table::new().column(("Code", "{{ code }}")).sort_by("status").sort_by("code");
            /// ```
            #[must_use]
            pub fn sort_by(mut self, expression: impl Into<String>) -> Self {
                self.selection.sort(expression.into(), $crate::block::select::Direction::Ascending);
                self
            }

            /// Sorts by an expression, the greatest first.
            #[must_use]
            pub fn sort_by_desc(mut self, expression: impl Into<String>) -> Self {
                self.selection.sort(expression.into(), $crate::block::select::Direction::Descending);
                self
            }

            /// Makes one of all errors for which an expression is the same: the first, whose `errors` are all of them.
            ///
            /// # Examples
            ///
            /// Several variants may have one status:
            ///
            /// ```
            /// # use errbook_docgen::Table;
            /// let statuses = Table::new()
            ///     .column(("Status", "{{ status }} {{ phrase }}"))
            ///     .column(("Codes", "{{ errors | map(attribute='code') | join(', ') }}"))
            ///     .one_per("status");
            /// ```
            #[must_use]
            pub fn one_per(mut self, expression: impl Into<String>) -> Self {
                self.selection.one_per(expression.into());
                self
            }

            /// Divides the errors into groups, each under its heading.
            #[must_use]
            pub fn group(mut self, group: $crate::Group) -> Self {
                self.group = Some(group);
                self
            }
        }
    };
}

pub(in crate::block) use selecting;
