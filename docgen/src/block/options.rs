//! The options of blocks in the opening comment of a region, `key="value"`: each calls a method of the block.

use crate::block::RenderContext;
use crate::block::select::Selection;
use crate::error::{Error, ErrorKind};
use crate::suggest::suggest;

/// What options change. `options!` writes the methods.
pub(crate) trait Take {
    /// The options. They are applied in this order: one that changes what another one sets is behind it.
    const OWN: &'static [&'static str];

    /// Applies an option; `is_first` is the first one of its name. The error is the expected value.
    fn take(&mut self, option: &str, value: &str, is_first: bool) -> Result<(), String>;
}

/// A block that takes options.
pub(crate) trait Options: Take + Clone {
    /// The options of its tables.
    const LAYOUT: &'static [&'static str] = &[];

    /// What the options of all blocks change.
    fn selection(&mut self) -> &mut Selection;

    /// Renders the block; its options are applied.
    fn render_selected(&self, context: &RenderContext<'_>) -> Result<String, Error>;

    /// The names of all of its options.
    fn names() -> Vec<&'static str> {
        [Self::OWN, Self::LAYOUT, Selection::OWN].concat()
    }

    /// The block with these options.
    fn with_options(&self, options: &[(String, String)]) -> Result<Self, Error> {
        let names = Self::names();
        check_names(options, &names)?;
        // `sort` and `sort-desc` are one list.
        let place = |option: &str| names.iter().position(|name| option.trim_end_matches("-desc") == *name);
        let mut placed: Vec<_> =
            options.iter().map(|(option, value)| (place(option), option, value)).collect();
        placed.sort_by_key(|(place, ..)| *place);
        let (mut block, mut last) = (self.clone(), None);
        for (place, option, value) in placed {
            let is_first = last != Some(place);
            last = Some(place);
            let taken = if Selection::OWN.contains(&option.as_str()) {
                block.selection().take(option, value, is_first)
            } else {
                block.take(option, value, is_first)
            };
            taken.map_err(|expected| Error::invalid_option(option, value, &expected))?;
        }
        Ok(block)
    }
}

/// The methods of [`Take`], from the names of options and how each is applied.
macro_rules! options {
    (|$block:ident, $option:ident, $value:ident, $is_first:ident| $($name:literal => $apply:expr,)* _ => $rest:expr) => {
        const OWN: &'static [&'static str] = &[$($name),*];

        fn take(&mut self, $option: &str, $value: &str, $is_first: bool) -> Result<(), String> {
            let $block = self;
            match $option {
                $($name => $apply,)*
                _ => $rest,
            }
            Ok(())
        }
    };
}

/// The meaning of a word. The error names all words.
pub(crate) fn word<T: Copy>(value: &str, words: &[(&str, T)]) -> Result<T, String> {
    let meaning = words.iter().find(|(word, _)| *word == value).map(|(_, meaning)| *meaning);
    meaning.ok_or_else(|| {
        let words: Vec<_> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
        let (last, others) =
            words.split_last().map_or(("", &*words), |(last, others)| (last.as_str(), others));
        format!("{} or {last}", others.join(", "))
    })
}

pub(crate) fn flag(value: &str) -> Result<bool, String> {
    word(value, &[("true", true), ("false", false)])
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

pub(in crate::block) use {options, with_options};
