//! The errors of a page's markers, and their messages.

use std::fmt;

use super::code::Verbatim;
use super::comment::Syntax;
use super::marker::Word;
use crate::format::Format;

/// An error in a page with regions.
#[derive(Debug)]
pub(crate) enum Mistake {
    /// The format has no comments.
    NoComments {
        format: Format,
    },
    /// The page has no marker, except maybe in code.
    NoRegion {
        syntax: Syntax,
        example: Option<(usize, Verbatim)>,
    },
    /// The markers are comments of another format.
    OtherFormat {
        format: Format,
        syntax: Syntax,
        found: Syntax,
        word: Word,
    },
    Misspelt {
        syntax: Syntax,
        found: String,
        meant: Option<Word>,
    },
    UnclosedComment {
        syntax: Syntax,
        word: Word,
    },
    /// Text before a marker, on its line.
    Before {
        found: String,
    },
    /// Text after a marker, on its line.
    Behind {
        found: String,
    },
    NoName {
        syntax: Syntax,
    },
    NoValue {
        key: String,
    },
    NoBlank {
        key: String,
        found: String,
    },
    UnclosedQuote {
        key: String,
        quote: char,
    },
    /// A value with spaces, without quotes.
    Unquoted {
        key: String,
        value: String,
    },
    /// A value in typographic quotes.
    CurlyQuotes {
        key: String,
    },
    /// More than a name after `errbook:end`.
    EndOptions {
        found: String,
    },
    /// A region has no end; an unclosed code block may hide it.
    NoEnd {
        syntax: Syntax,
        name: String,
        code: Option<usize>,
    },
    /// An end without a region.
    NoBegin {
        syntax: Syntax,
    },
    /// A region starts in another one, which starts on line `outer`.
    Nested {
        syntax: Syntax,
        outer: usize,
    },
    /// The end names another region than the one that started on `line`.
    OtherEnd {
        begin: String,
        line: usize,
        end: String,
    },
    /// The new content of the region would hide its end.
    Broken {
        name: String,
    },
}

const BEGIN: &str = "errbook:begin NAME";
const END: &str = "errbook:end";

/// The comment that was meant.
fn comment(syntax: Syntax, word: Word) -> String {
    syntax.comment(if word == Word::Begin { BEGIN } else { END })
}

impl fmt::Display for Mistake {
    /// Each message has its own arm or function, so that the compiler reports a missing one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoComments { format } => {
                write!(
                    f,
                    "{format} has no comments and so no regions: generate the whole file with `Docs::file`"
                )
            }
            Self::NoRegion { syntax, example } => no_region(f, *syntax, *example),
            Self::OtherFormat { format, syntax, found, word } => {
                other_format(f, *format, &found.comment("…"), &comment(*syntax, *word))
            }
            Self::Misspelt { syntax, found, meant } => misspelt(f, *syntax, found, *meant),
            Self::UnclosedComment { syntax, word } => unclosed_comment(f, *syntax, *word),
            Self::Before { found } => {
                write!(f, "expected the marker at the start of its line, found `{found}`")
            }
            Self::Behind { found } => {
                write!(f, "expected a line break after the marker, found `{found}`")
            }
            Self::NoName { syntax } => {
                write!(f, "missing block name: write `{}`", comment(*syntax, Word::Begin))
            }
            Self::NoValue { key } => no_value(f, key),
            Self::NoBlank { key, found } => no_blank(f, key, found),
            Self::UnclosedQuote { key, quote } => {
                write!(f, "unclosed value of `{key}`: expected `{quote}`")
            }
            Self::Unquoted { key, value } => unquoted(f, key, value),
            Self::CurlyQuotes { key } => {
                write!(f, "the value of `{key}` has curly quotes: write `{key}=\"…\"`")
            }
            Self::EndOptions { found } => {
                write!(f, "unexpected `{found}`: `errbook:end` takes at most the name of its block")
            }
            Self::NoEnd { syntax, name, code } => no_end(f, *syntax, name, *code),
            Self::NoBegin { syntax } => no_begin(f, &comment(*syntax, Word::Begin)),
            Self::Nested { syntax, outer } => nested(f, *outer, &comment(*syntax, Word::End)),
            Self::OtherEnd { begin, line, end } => other_end(f, begin, *line, end),
            Self::Broken { name } => broken(f, name),
        }
    }
}

fn no_region(f: &mut fmt::Formatter<'_>, syntax: Syntax, example: Option<(usize, Verbatim)>) -> fmt::Result {
    let (begin, end) = (comment(syntax, Word::Begin), comment(syntax, Word::End));
    write!(f, "the page has no region: write `{begin}` and `{end}` where the block belongs")?;
    match example {
        Some((line, Verbatim::Block)) => write!(f, "; the marker on line {line} is in a code block"),
        Some((line, Verbatim::Indented)) => write!(f, "; the marker on line {line} is indented as code"),
        None => Ok(()),
    }
}

fn other_format(f: &mut fmt::Formatter<'_>, format: Format, found: &str, meant: &str) -> fmt::Result {
    write!(f, "`{found}` is not a comment in {format}: write `{meant}`")
}

fn misspelt(f: &mut fmt::Formatter<'_>, syntax: Syntax, found: &str, meant: Option<Word>) -> fmt::Result {
    match meant {
        Some(word) => write!(f, "unknown marker `{found}`, did you mean `{}`?", comment(syntax, word)),
        None => write!(f, "unknown marker `{found}`, expected `{BEGIN}` or `{END}`"),
    }
}

fn unclosed_comment(f: &mut fmt::Formatter<'_>, syntax: Syntax, word: Word) -> fmt::Result {
    let word = if word == Word::Begin { "errbook:begin" } else { END };
    write!(f, "unclosed comment `{word}`: expected `{}`", syntax.close())
}

fn no_value(f: &mut fmt::Formatter<'_>, key: &str) -> fmt::Result {
    if key.is_empty() {
        return write!(f, "missing key before `=`: write `key=\"…\"`, without spaces around `=`");
    }
    write!(f, "missing value of `{key}`: write `{key}=\"…\"`, without spaces around `=`")
}

fn no_blank(f: &mut fmt::Formatter<'_>, key: &str, found: &str) -> fmt::Result {
    write!(
        f,
        "expected a space after the value of `{key}`, found `{found}`: write `\\` before a quote inside of it"
    )
}

fn unquoted(f: &mut fmt::Formatter<'_>, key: &str, value: &str) -> fmt::Result {
    let (quote, value) = match (value.contains('"'), value.contains('\'')) {
        (true, true) => ('"', value.replace('"', "\\\"")),
        (true, false) => ('\'', value.to_owned()),
        (false, _) => ('"', value.to_owned()),
    };
    write!(f, "the value of `{key}` contains spaces: write `{key}={quote}{value}{quote}`")
}

fn no_end(f: &mut fmt::Formatter<'_>, syntax: Syntax, name: &str, code: Option<usize>) -> fmt::Result {
    write!(f, "region `{name}` has no end: write `{}` after it", comment(syntax, Word::End))?;
    match code {
        Some(line) => write!(f, "; the code block on line {line} is not closed"),
        None => Ok(()),
    }
}

fn no_begin(f: &mut fmt::Formatter<'_>, begin: &str) -> fmt::Result {
    write!(f, "`errbook:end` without a region: write `{begin}` before it, or remove it")
}

fn nested(f: &mut fmt::Formatter<'_>, outer: usize, end: &str) -> fmt::Result {
    write!(f, "a region starts inside of the region on line {outer}: write `{end}` before it")
}

fn other_end(f: &mut fmt::Formatter<'_>, begin: &str, line: usize, end: &str) -> fmt::Result {
    write!(f, "expected `errbook:end {begin}`, found `errbook:end {end}`: the region starts on line {line}")
}

fn broken(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    write!(
        f,
        "the output of block `{name}` would hide the end of the region: it contains a marker or an unclosed code block"
    )
}

impl std::error::Error for Mistake {}
