//! Readers of Markdown in other languages, each a process that is given one document after another.
//!
//! `.ci/readers` installs them into the folder `readers` of the target folder. A test that needs one that is not installed says so
//! and passes, unless `ERRBOOK_READERS=required` is in the environment.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde::Deserialize;

/// A process that reads documents of one kind.
pub struct Process {
    name: &'static str,
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

/// What a reader makes of a document.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Answer {
    Html(String),
    Text(String),
    Error(String),
}

impl Process {
    /// MDX, as `@mdx-js/mdx` compiles it.
    pub fn mdx() -> Option<Self> {
        Self::node("mdx")
    }

    /// Markdown as `VitePress` and the compiler of Vue read it.
    pub fn vitepress() -> Option<Self> {
        Self::node("vitepress")
    }

    /// What Prettier writes for Markdown.
    pub fn prettier_markdown() -> Option<Self> {
        Self::node("prettier-markdown")
    }

    /// What Prettier writes for MDX.
    pub fn prettier_mdx() -> Option<Self> {
        Self::node("prettier-mdx")
    }

    /// Markdown as a site of `MkDocs` reads it, with the extensions that such sites have.
    pub fn mkdocs() -> Option<Self> {
        let mut python = Command::new("venv/bin/python");
        python.args(["-c", include_str!("../../readers/read.py")]);
        Self::start("mkdocs", "venv/requirements.txt", python)
    }

    /// The program is text, because Node looks for packages where it runs a text.
    fn node(name: &'static str) -> Option<Self> {
        let mut node = Command::new("node");
        node.args(["--input-type=module", "-e", include_str!("../../readers/read.mjs"), "--", name]);
        Self::start(name, "installed-lock.json", node)
    }

    fn start(name: &'static str, installed: &str, mut command: Command) -> Option<Self> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("readers");
        if !folder.join(installed).exists() {
            let message = format!("the reader `{name}` is not installed: run `.ci/readers`");
            assert!(std::env::var_os("ERRBOOK_READERS").is_none_or(|value| value != "required"), "{message}");
            // Past the capture of a passing test's output.
            std::io::stderr().write_all(format!("omitted: {message}\n").as_bytes()).unwrap();
            return None;
        }
        // A relative program is looked for in the folder on some systems only.
        if let Some(program) = command.get_program().to_str().filter(|program| program.contains('/')) {
            let arguments: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
            command = Command::new(folder.join(program));
            command.args(arguments);
        }
        let mut child = command
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let stdin = child.stdin.take().unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        Some(Self { name, child, stdin, stdout })
    }

    /// The HTML or text of a document, or why the reader refuses it.
    pub fn read(&mut self, document: &str) -> Result<String, String> {
        let document = serde_json::to_string(document).unwrap();
        writeln!(self.stdin, "{document}").unwrap_or_else(|error| panic!("{}: {error}", self.name));
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        let answer =
            serde_json::from_str(&line).unwrap_or_else(|error| panic!("{}: {line:?}: {error}", self.name));
        match answer {
            Answer::Html(text) | Answer::Text(text) => Ok(text),
            Answer::Error(message) => Err(message),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
