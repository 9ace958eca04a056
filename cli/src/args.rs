//! The arguments of the command.

use std::path::PathBuf;

use anstream::ColorChoice;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Explains, compares and documents the published error codes of an API.
///
/// All commands read a lock: the file `errors.lock.toml`, which a test writes from the error enums of errbook. Neither the code nor a
/// network is needed.
#[derive(Debug, Parser)]
#[command(name = "errbook", version, max_term_width = 100, after_long_help = EXIT_CODES)]
pub struct Cli {
    /// The lock: a path, or `-` for standard input [default: errors.lock.toml here or in a folder above].
    #[arg(long, global = true, env = "ERRBOOK_LOCK", value_name = "PATH")]
    pub lock: Option<PathBuf>,

    /// The settings of rules and lints [default: errbook.toml here or in a folder above].
    #[arg(long, global = true, value_name = "PATH")]
    pub config: Option<PathBuf>,

    /// When to use colors. `auto` looks at the terminal, `NO_COLOR`, `CLICOLOR` and `CLICOLOR_FORCE`.
    #[arg(long, global = true, default_value = "auto", value_name = "WHEN", hide_possible_values = true)]
    pub color: When,

    /// The columns of the output, or 0 for no limit [default: those of the terminal].
    #[arg(long, global = true, value_name = "COLUMNS")]
    pub width: Option<usize>,

    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  nothing was found
  1  something was found: a breaking change, a finding, an outdated file, an unknown code
  2  the command failed: invalid arguments, an unreadable file, an invalid lock";

/// When to use colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

impl From<When> for ColorChoice {
    fn from(when: When) -> Self {
        match when {
            When::Auto => Self::Auto,
            When::Always => Self::Always,
            When::Never => Self::Never,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Lists the errors, one on each line.
    List(List),
    /// Explains errors: what they mean, what to do, and an example reply.
    Explain(Explain),
    /// Compares two locks: what changed, and what it means for clients.
    Diff(Diff),
    /// Reports what people would miss in the lock: descriptions, living links, headers.
    Lint(Lint),
    /// Lists the rules of `diff` and the lints, with the levels of this project.
    Rules(Rules),
    /// Checks that the lock is valid and canonical, and that pages are up to date with it.
    Check(Pages),
    /// Rewrites the lock in its canonical form, and the regions of pages.
    Update(Pages),
    /// Renders a template with the errors of the lock.
    Render(Render),
    /// Writes the errors as one HTML page that loads nothing, with a search.
    Html(Html),
    /// Writes types of the replies for clients in other languages.
    Types(Types),
    /// Names the release of what is `next` in the lock.
    Release(Release),
    /// Writes the completions of a shell to standard output.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Writes the manual page to standard output.
    Man,
}

#[derive(Debug, Args)]
pub struct List {
    /// Only errors whose code, title or description has all these words.
    #[arg(value_name = "FILTER")]
    pub words: Vec<String>,
    /// Only errors with this status, such as `404` or `4xx`.
    #[arg(long, value_name = "STATUS")]
    pub status: Option<Statuses>,
    /// The retired codes instead.
    #[arg(long)]
    pub retired: bool,
    /// The format of the list.
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: ListFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ListFormat {
    Text,
    Json,
}

/// A status, or a class of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statuses {
    first: u16,
    last: u16,
}

impl Statuses {
    pub fn contains(self, status: u16) -> bool {
        (self.first..=self.last).contains(&status)
    }
}

impl std::str::FromStr for Statuses {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (first, last) = match text.to_ascii_lowercase().as_str() {
            "4xx" => (400, 499),
            "5xx" => (500, 599),
            digits => match digits.parse() {
                Ok(status @ 400..=599) => (status, status),
                _ => return Err("expected a status from 400 to 599, `4xx` or `5xx`".to_owned()),
            },
        };
        Ok(Self { first, last })
    }
}

#[derive(Debug, Args)]
pub struct Explain {
    /// A code in any spelling, the beginning of codes, a number, a status, the address of documentation, or `-` for a reply on
    /// standard input.
    #[arg(required = true, value_name = "CODE", allow_negative_numbers = true)]
    pub queries: Vec<String>,
    /// The format of the explanation.
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: ExplainFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ExplainFormat {
    Text,
    Json,
    Markdown,
}

#[derive(Debug, Args)]
pub struct Pages {
    /// Pages with regions between `errbook:begin` and `errbook:end`.
    #[arg(value_name = "PAGE")]
    pub pages: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Render {
    /// The template, whose name says its format: `errors.md.jinja`.
    #[arg(value_name = "TEMPLATE")]
    pub template: PathBuf,
    /// The extension of the format: md, mdx, html, adoc, rst or csv [default: that of the template, without `.jinja` or `.j2`].
    #[arg(long, value_name = "EXTENSION")]
    pub to: Option<String>,
    /// The file to write [default: standard output].
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Diff {
    /// The old lock; `-` is standard input.
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The new lock; `-` is standard input.
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// The format of the changes. `github` annotates a pull request.
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: DiffFormat,
    /// The least level that ends with exit code 1.
    #[arg(long, default_value = "breaking", value_name = "LEVEL")]
    pub fail_on: FailOn,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum DiffFormat {
    Text,
    Markdown,
    Json,
    Github,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FailOn {
    Breaking,
    Notable,
    Never,
}

#[derive(Debug, Args)]
pub struct Lint {
    /// The format of the findings. `github` annotates a pull request.
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: ReportFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ReportFormat {
    Text,
    Json,
    Github,
}

#[derive(Debug, Args)]
pub struct Rules {
    /// The format of the list.
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: RulesFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RulesFormat {
    Text,
    Markdown,
    Json,
}

#[derive(Debug, Args)]
pub struct Release {
    /// The name of the release, such as `1.5.0`.
    #[arg(value_name = "NAME")]
    pub name: String,
}

#[derive(Debug, Args)]
pub struct Html {
    /// The file to write [default: standard output].
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// A file with the HTML of the page's header.
    #[arg(long, value_name = "PATH")]
    pub header: Option<PathBuf>,
    /// A file with CSS after that of the page.
    #[arg(long, value_name = "PATH")]
    pub style: Option<PathBuf>,
    /// The language of the errors' texts, such as `de-AT` [default: en].
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// Print the value of the header `Content-Security-Policy` for the page instead.
    #[arg(long)]
    pub print_csp: bool,
}

#[derive(Debug, Args)]
pub struct Types {
    /// The language.
    #[arg(value_name = "LANGUAGE")]
    pub language: Language,
    /// The file to write [default: standard output].
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Only the errors in this wire format of the lock; may be repeated.
    #[arg(long = "body", value_name = "NAME")]
    pub bodies: Vec<String>,
    /// JSON Schema of known errors alone, for tests of the server.
    #[arg(long)]
    pub closed: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Language {
    #[value(name = "typescript", alias = "ts")]
    TypeScript,
    JsonSchema,
}
