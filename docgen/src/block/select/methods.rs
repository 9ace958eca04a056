//! The methods that select the rows of a block, the same for all blocks.

/// Adds the methods to a block with the field `selection`.
macro_rules! selecting {
    ($block:ty) => {
        impl $block {
            /// Keeps the errors for which an expression is true. Several filters must all be true. Filters apply before
            /// [`merge_by`](Self::merge_by).
            ///
            /// # Examples
            ///
            /// ```
            /// # use errbook_docgen::Table;
            /// let ours = Table::new().column(("Code", "{{ code }}")).filter("status >= 500 and not deprecated");
            /// ```
            #[must_use]
            pub fn filter(mut self, expression: impl Into<String>) -> Self {
                self.selection.filters.push(expression.into());
                self
            }

            /// Sorts by an expression, in ascending order. Errors with equal values are sorted by the next expression, or keep their
            /// order.
            ///
            /// # Examples
            ///
            /// ```
            /// # use errbook_docgen::Table;
            /// let sorted = Table::new().column(("Code", "{{ code }}")).sort_by("status").sort_by("code");
            /// ```
            #[must_use]
            pub fn sort_by(mut self, expression: impl Into<String>) -> Self {
                self.selection.orders.push((expression.into(), false));
                self
            }

            /// Sorts by an expression, in descending order.
            #[must_use]
            pub fn sort_by_desc(mut self, expression: impl Into<String>) -> Self {
                self.selection.orders.push((expression.into(), true));
                self
            }

            /// Merges errors with equal keys into one row. The row shows the first of them, and its `errors` are all of them. An error
            /// with an empty key is not merged.
            ///
            /// # Examples
            ///
            /// One row for each status:
            ///
            /// ```
            /// # use errbook_docgen::Table;
            /// let statuses = Table::new()
            ///     .column(("Status", "{{ status }} {{ phrase }}"))
            ///     .column(("Codes", "{{ errors | map(attribute='code') | join(', ') }}"))
            ///     .merge_by("status");
            /// ```
            #[must_use]
            pub fn merge_by(mut self, expression: impl Into<String>) -> Self {
                self.selection.merge_by = Some(expression.into());
                self
            }

            /// Divides the errors into groups, each with a heading.
            #[must_use]
            pub fn group(mut self, group: $crate::Group) -> Self {
                self.selection.group = Some(group);
                self
            }
        }
    };
}

pub(in crate::block) use selecting;
