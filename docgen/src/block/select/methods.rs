//! The methods that select the rows of a block, the same for all blocks.

/// Adds the methods to a block with the field `selection`.
macro_rules! selecting {
    ($block:ty) => {
        impl $block { $crate::block::options::builder! {
            /// Keeps the errors for which an expression is true. Several filters must all be true. Filters apply before
            /// [`merge_by`](Self::merge_by).
            ///
            /// # Examples
            ///
            /// ```
            /// # use errbook_docgen::Table;
            /// let ours = Table::new().column(("Code", "{{ code }}")).filter("status >= 500 and not deprecated");
            /// ```
            filter(self, expression: impl Into<String>) { self.selection.filters.push(expression.into()); }

            /// Sorts by an expression, in ascending order. Errors with equal values are sorted by the next expression, or keep their
            /// order.
            ///
            /// # Examples
            ///
            /// ```
            /// # use errbook_docgen::Table;
            /// let sorted = Table::new().column(("Code", "{{ code }}")).sort_by("status").sort_by("code");
            /// ```
            sort_by(self, expression: impl Into<String>) { self.selection.orders.push((expression.into(), false)); }

            /// Sorts by an expression, in descending order.
            sort_by_desc(self, expression: impl Into<String>) { self.selection.orders.push((expression.into(), true)); }

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
            merge_by(self, expression: impl Into<String>) { self.selection.merge_by = Some(expression.into()); }

            /// Divides the errors into groups, each with a heading.
            group(self, group: $crate::Group) { self.selection.group = Some(group); }
        }}
    };
}

pub(in crate::block) use selecting;
