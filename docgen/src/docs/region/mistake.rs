//! What can be wrong with the markers of a page, and the sentences that say what to write.

use std::fmt;

use super::code::Verbatim;
use super::comment::Syntax;
use super::marker::Word;
use crate::format::Format;

/// A mistake in a page with regions.
#[derive(Debug)]
pub(crate) enum Mistake {
    /// The format has no comments.
    NoComments {
        format: Format,
    },
    /// There is no marker in the page, but maybe one in code.
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
    /// Something is before a marker, on its line.
    Before {
        found: String,
    },
    /// Something is behind a marker, on its line.
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
    /// A value of several words, without quotes.
    Unquoted {
        key: String,
        value: String,
    },
    /// A value in quotes of typography.
    CurlyQuotes {
        key: String,
    },
    /// `errbook:end` with more than a name.
    EndOptions {
        found: String,
    },
    /// A region has no end; a code block without one may hide it.
    NoEnd {
        syntax: Syntax,
        name: String,
        code: Option<usize>,
    },
    /// An end has no region.
    NoBegin {
        syntax: Syntax,
    },
    /// A region begins in another, which begins on that line.
    Nested {
        syntax: Syntax,
        outer: usize,
    },
    /// The end of another region than the one that began on that line.
    OtherEnd {
        begin: String,
        line: usize,
        end: String,
    },
    /// What is put into the region would end it elsewhere.
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
    /// Each sentence has its function, and no arm is for several: the compiler misses one that is forgotten.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoComments { format } => {
                write!(f, "{format} has no comments, so no regions: let `Docs::file` make the whole file")
            }
            Self::NoRegion { syntax, example } => no_region(f, *syntax, *example),
            Self::OtherFormat { format, syntax, found, word } => {
                other_format(f, *format, &found.comment("…"), &comment(*syntax, *word))
            }
            Self::Misspelt { syntax, found, meant } => misspelt(f, *syntax, found, *meant),
            Self::UnclosedComment { syntax, word } => unclosed_comment(f, *syntax, *word),
            Self::Before { found } => {
                write!(f, "`{found}` is before a marker, on its line: put the marker on a line of its own")
            }
            Self::Behind { found } => {
                write!(f, "`{found}` is behind a marker, on its line: put it on a line of its own")
            }
            Self::NoName { syntax } => {
                write!(f, "`errbook:begin` names no block: write `{}`", comment(*syntax, Word::Begin))
            }
            Self::NoValue { key } => no_value(f, key),
            Self::NoBlank { key, found } => no_blank(f, key, found),
            Self::UnclosedQuote { key, quote } => {
                write!(f, "the value of `{key}` is not closed: write `{quote}` behind it")
            }
            Self::Unquoted { key, value } => unquoted(f, key, value),
            Self::CurlyQuotes { key } => {
                write!(
                    f,
                    "the quotes around the value of `{key}` are curly: write `{key}=\"…\"`, with straight ones"
                )
            }
            Self::EndOptions { found } => {
                write!(f, "`{found}` is too much: `errbook:end` takes the name of its block at most")
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
    write!(f, "the page has no region: write `{begin}` and `{end}` where it belongs")?;
    match example {
        Some((line, Verbatim::Block)) => write!(f, "; what is on line {line} is in a code block"),
        Some((line, Verbatim::Indented)) => write!(f, "; what is on line {line} is indented as code"),
        None => Ok(()),
    }
}

fn other_format(f: &mut fmt::Formatter<'_>, format: Format, found: &str, meant: &str) -> fmt::Result {
    write!(f, "`{found}` is no comment in {format}: write `{meant}`")
}

fn misspelt(f: &mut fmt::Formatter<'_>, syntax: Syntax, found: &str, meant: Option<Word>) -> fmt::Result {
    match meant {
        Some(word) => write!(f, "`{found}` is no marker: write `{}`", comment(syntax, word)),
        None => write!(f, "`{found}` is no marker: write `{BEGIN}` or `{END}`"),
    }
}

fn unclosed_comment(f: &mut fmt::Formatter<'_>, syntax: Syntax, word: Word) -> fmt::Result {
    let word = if word == Word::Begin { "errbook:begin" } else { END };
    write!(f, "the comment of `{word}` is not closed: write `{}` behind it", syntax.close())
}

fn no_value(f: &mut fmt::Formatter<'_>, key: &str) -> fmt::Result {
    if key.is_empty() {
        return write!(f, "`=` stands alone: write `key=\"…\"`, without blanks around it");
    }
    write!(f, "`{key}` has no value: write `{key}=\"…\"`, without blanks around `=`")
}

fn no_blank(f: &mut fmt::Formatter<'_>, key: &str, found: &str) -> fmt::Result {
    write!(
        f,
        "`{found}` touches the value of `{key}`: put a blank between them, or a `\\` before a quote inside"
    )
}

fn unquoted(f: &mut fmt::Formatter<'_>, key: &str, value: &str) -> fmt::Result {
    let (quote, value) = match (value.contains('"'), value.contains('\'')) {
        (true, true) => ('"', value.replace('"', "\\\"")),
        (true, false) => ('\'', value.to_owned()),
        (false, _) => ('"', value.to_owned()),
    };
    write!(f, "the value of `{key}` has blanks, so it needs quotes: write `{key}={quote}{value}{quote}`")
}

fn no_end(f: &mut fmt::Formatter<'_>, syntax: Syntax, name: &str, code: Option<usize>) -> fmt::Result {
    write!(f, "region `{name}` has no end: write `{}` behind it", comment(syntax, Word::End))?;
    match code {
        Some(line) => write!(f, "; line {line} begins a code block that is not closed"),
        None => Ok(()),
    }
}

fn no_begin(f: &mut fmt::Formatter<'_>, begin: &str) -> fmt::Result {
    write!(f, "`errbook:end` ends nothing: write `{begin}` before it, or leave it out")
}

fn nested(f: &mut fmt::Formatter<'_>, outer: usize, end: &str) -> fmt::Result {
    write!(
        f,
        "a region begins inside of the one of line {outer}, and regions do not nest: write `{end}` before it"
    )
}

fn other_end(f: &mut fmt::Formatter<'_>, begin: &str, line: usize, end: &str) -> fmt::Result {
    write!(f, "`errbook:end {end}` ends region `{begin}` of line {line}: write `errbook:end {begin}`")
}

fn broken(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    write!(
        f,
        "what `{name}` puts here would hide the end of the region: it has a marker in it, or a code block that is not closed"
    )
}
