//! The options of blocks in the opening comment of a region, `key="value"`, and the methods that set the same.

use std::ops::RangeInclusive;

use crate::error::{Error, ErrorKind, suggest};

/// What takes options; `options!` implements it.
pub(crate) trait Options: Clone {
    /// The names. Options are applied in this order: one that changes what another one sets is behind it.
    fn names() -> Vec<&'static str>;

    /// Applies an option; `is_first` is the first one of its name. The error is the expected value.
    fn take(&mut self, option: &str, value: &str, is_first: bool) -> Result<(), String>;

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
            let is_first = std::mem::replace(&mut last, place) != place;
            block.take(option, value, is_first).map_err(|expected| {
                let message = format!("invalid value `{value}` for `{option}`, expected {expected}");
                Error::new(ErrorKind::Option, &message)
            })?;
        }
        Ok(block)
    }
}

/// Implements [`Options`]: how each option is applied, and the fields that take further ones.
macro_rules! options {
    ($block:ty: |$this:ident, $value:ident, $is_first:ident| $($name:literal => $apply:expr,)* $(..$($part:ident: $ty:ty),*)?) => {
        impl $crate::block::options::Options for $block {
            fn names() -> Vec<&'static str> {
                [vec![$($name),*], $($(<$ty as $crate::block::options::Options>::names()),*)?].concat()
            }

            fn take(&mut self, option: &str, $value: &str, $is_first: bool) -> Result<(), String> {
                let $this = self;
                match option {
                    $($name => $apply,)*
                    $($(_ if <$ty>::names().contains(&option) => $this.$part.take(option, $value, $is_first)?,)*)?
                    _ => {}
                }
                Ok(())
            }
        }
    };
}

/// Writes methods that change a builder and return it.
macro_rules! builder {
    ($($(#[$doc:meta])* $name:ident$(<$generic:ident: $bound:ident>)?($self:ident $(, $value:ident: $ty:ty)*) $body:block)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name$(<$generic: $bound>)?(mut $self $(, $value: $ty)*) -> Self {
            $body
            $self
        }
    )*};
}

pub(crate) use builder;
pub(in crate::block) use options;

/// A value that is one of a few words.
pub(crate) trait Word: Copy + 'static {
    const WORDS: &'static [(&'static str, Self)];

    /// The meaning of a word. The error names all words.
    fn read(value: &str) -> Result<Self, String> {
        let meaning = Self::WORDS.iter().find(|(word, _)| *word == value).map(|(_, meaning)| *meaning);
        meaning.ok_or_else(|| {
            let words: Vec<_> = Self::WORDS.iter().map(|(word, _)| format!("`{word}`")).collect();
            let (last, others) = words.split_last().map_or(("", &*words), |(last, others)| (last, others));
            format!("{} or {last}", others.join(", "))
        })
    }
}

impl Word for bool {
    const WORDS: &'static [(&'static str, Self)] = &[("true", true), ("false", false)];
}

/// The level of a heading.
pub(crate) fn level(value: &str, levels: RangeInclusive<usize>) -> Result<usize, String> {
    let level = value.parse().ok().filter(|level| levels.contains(level));
    level.ok_or_else(|| format!("a level from {} to {}", levels.start(), levels.end()))
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
