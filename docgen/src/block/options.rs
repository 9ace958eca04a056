//! The options of blocks in the opening comment of a region, `key="value"`, which call the methods of the blocks.

use crate::block::RenderContext;
use crate::block::select::{Direction, Group, Selection};
use crate::error::{Error, ErrorKind};
use crate::suggest::suggest;

/// A block that takes options.
pub(crate) trait Options: Clone {
    /// Its own options.
    const OWN: &'static [&'static str];

    /// The parts that the shared options change.
    fn selected(&mut self) -> (&mut Selection, &mut Option<Group>);

    /// Called before the first value of an option is applied.
    fn begin(&mut self, _option: &str) {}

    /// Applies one of its own options. The error is the expected value.
    fn take(&mut self, option: &str, value: &str) -> Result<(), &'static str>;

    /// Renders the block; its options are applied.
    fn render_selected(&self, context: &RenderContext<'_>) -> Result<String, Error>;

    /// The names of all of its options.
    fn names() -> Vec<&'static str> {
        Self::OWN.iter().chain(SHARED).copied().collect()
    }

    /// The block with these options.
    fn with_options(&self, options: &[(String, String)]) -> Result<Self, Error> {
        check_names(options, &Self::names())?;
        let mut block = self.clone();
        let mut begun: Vec<&str> = Vec::new();
        // Options that change columns, a style or a group are applied after the options that set these.
        let (first, second): (Vec<_>, Vec<_>) =
            options.iter().partition(|(option, _)| !LATE.contains(&option.as_str()));
        for (option, value) in first.into_iter().chain(second) {
            let name = if option == "sort-desc" { "sort" } else { option };
            if !begun.contains(&name) {
                begun.push(name);
                if name == "sort" {
                    block.selected().0.unsorted();
                }
                block.begin(name);
            }
            let taken = select(block.selected(), option, value).unwrap_or_else(|| block.take(option, value));
            taken.map_err(|expected| Error::invalid_option(option, value, expected))?;
        }
        Ok(block)
    }
}

/// Checks that a block takes these options.
pub(crate) fn check_names(options: &[(String, String)], known: &[&'static str]) -> Result<(), Error> {
    let unknown = options.iter().find(|(option, _)| !known.contains(&option.as_str()));
    let Some((option, _)) = unknown else { return Ok(()) };
    let suggestion = match known {
        [] => ": the block takes no options".to_owned(),
        _ => suggest(option, known),
    };
    Err(Error::new(ErrorKind::Option, &format!("unknown option `{option}`{suggestion}")))
}

/// The options of every block.
const SHARED: &[&str] = &["filter", "sort", "sort-desc", "merge-by", "group", "group-heading"];

#[rustfmt::skip]
const LATE: [&str; 12] = [
    "align", "width", "merged", "unit", "delimiter", "delimiter-spaces", "outer-pipes", "trailing-pipe", "padded-cells",
    "spaces", "collapse-empty", "group-heading",
];

/// Applies a shared option, if it is one. Filters are added to those of the block; orders and groups replace them.
fn select(
    (selection, group): (&mut Selection, &mut Option<Group>),
    option: &str,
    value: &str,
) -> Option<Result<(), &'static str>> {
    match option {
        "filter" => selection.filter(value.to_owned()),
        "sort" => selection.sort(value.to_owned(), Direction::Ascending),
        "sort-desc" => selection.sort(value.to_owned(), Direction::Descending),
        "merge-by" => selection.merge_by(value.to_owned()),
        "group" => {
            *group = Some(group.take().map_or_else(|| Group::by(value), |group| group.by_instead(value)));
        }
        "group-heading" => match group.take() {
            Some(by) => *group = Some(by.heading(value)),
            None => return Some(Err("an option `group=\"…\"` as well")),
        },
        _ => return None,
    }
    Some(Ok(()))
}

/// The methods of [`Block`](crate::Block) for a block that has options.
macro_rules! with_options {
    () => {
        fn render_with(&self, context: &$crate::RenderContext<'_>) -> Result<String, $crate::Error> {
            self.with_options(context.options())?.render_selected(context)
        }

        fn options(&self) -> Vec<&'static str> {
            <Self as $crate::block::options::Options>::names()
        }
    };
}

pub(in crate::block) use with_options;
