//! What a command has to say, and how it ends: 0 found nothing, 1 found something, 2 could not.

use std::fmt::{self, Write as _};
use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use errbook_contract::__private::is_control;

use crate::terminal::{self, BAD, Styled};

/// What a command writes, and whether it found something.
#[derive(Debug, Default)]
pub struct Outcome {
    output: Output,
    /// For standard error.
    notes: Styled,
    has_found: bool,
}

#[derive(Debug)]
enum Output {
    Styled(Styled),
    /// A document, byte for byte.
    Document(String),
}

impl Default for Output {
    fn default() -> Self {
        Self::Styled(Styled::default())
    }
}

impl Outcome {
    pub fn styled(output: Styled) -> Self {
        Self { output: Output::Styled(output), ..Self::default() }
    }

    /// A document, which is written as it is. Only a terminal gets its control characters made visible.
    pub fn document(text: String) -> Self {
        Self { output: Output::Document(text), ..Self::default() }
    }

    /// JSON on indented lines. Control characters are escaped, which JSON asks only for some.
    pub fn json(value: &serde_json::Value) -> Self {
        let mut text = String::new();
        // A `Value` is always valid JSON.
        for c in format!("{value:#}\n").chars() {
            match c {
                '\n' => text.push(c),
                c if is_control(c) => {
                    // Writing to a `String` cannot fail. All of these are in the first plane.
                    let _ = write!(text, "\\u{:04x}", u32::from(c));
                }
                c => text.push(c),
            }
        }
        Self::document(text)
    }

    /// What goes to standard output.
    pub fn text(&self) -> &str {
        match &self.output {
            Output::Styled(text) => text.as_str(),
            Output::Document(text) => text,
        }
    }

    /// Ends with 1 if something was found.
    #[must_use]
    pub fn found(mut self, has_found: bool) -> Self {
        self.has_found |= has_found;
        self
    }

    /// Adds text for standard error.
    #[must_use]
    pub fn note(mut self, notes: &Styled) -> Self {
        self.notes.append(notes);
        self
    }

    /// Writes everything. A reader that closes its end has read enough.
    pub fn write(self) -> ExitCode {
        let written =
            self.write_output().and_then(|()| write(&mut AutoStream::auto(io::stderr()), &self.notes));
        match written {
            Ok(()) if self.has_found => ExitCode::from(1),
            Ok(()) => ExitCode::SUCCESS,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => Failure::new(format!("cannot write: {error}")).write(),
        }
    }

    fn write_output(&self) -> io::Result<()> {
        match &self.output {
            Output::Styled(text) => write(&mut AutoStream::auto(io::stdout()), text),
            Output::Document(text) => {
                let mut stdout = io::stdout();
                let shown = if stdout.is_terminal() { terminal::visible(text) } else { text.clone() };
                stdout.write_all(shown.as_bytes())?;
                stdout.flush()
            }
        }
    }
}

fn write(stream: &mut impl io::Write, text: &Styled) -> io::Result<()> {
    stream.write_all(text.as_str().as_bytes())?;
    stream.flush()
}

/// Why a command could not do what it was asked.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// Writes the message. The command ends with 2.
    pub fn write(&self) -> ExitCode {
        let mut text = Styled::default();
        text.push(BAD.bold(), "error");
        text.line(&format!(": {self}"));
        // Nobody is left to be told.
        let _ = write(&mut AutoStream::auto(io::stderr()), &text);
        ExitCode::from(2)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Decides for all streams whether there are colors.
pub fn choose_colors(choice: ColorChoice) {
    choice.write_global();
}
