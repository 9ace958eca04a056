//! `docs/command.md` has what the command says.

use std::path::Path;

use errbook::Book;
use errbook_docgen::{Block, Docs, Error, RenderContext};

use crate::process::{Done, LOCK, command, finish, folder_with, run};

static NONE: Book = Book::new("Orders API", &[]);

/// A command and its output.
struct Session(String);

impl Session {
    fn new(command: &str, done: &Done) -> Self {
        Self(format!("```console\n$ {command}\n{}{}```\n", done.stdout, done.stderr))
    }
}

impl Block for Session {
    fn render_with(&self, _: &RenderContext<'_>) -> Result<String, Error> {
        Ok(self.0.clone())
    }
}

#[test]
fn guide() {
    let folder = folder_with(LOCK);
    let with_input = |arguments: &[&str], input: &str| finish(command(folder.path()).args(arguments), input);
    let reply = r#"{"code":"NO_ORDER","message":"there is no order 7","details":{"id":7}}"#;
    let changed = LOCK.replace("status = 409", "status = 410").replace("= \"Conflict\"", "= \"Sold out\"");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let diff = &["diff", "errors.lock.toml", "-"][..];
    let between = "git show origin/main:errors.lock.toml | errbook diff - errors.lock.toml";
    let mut types = run(&["types", "typescript", "--body", "flat"]);
    types.stdout = types.stdout.split_inclusive('\n').skip(3).take(19).collect();
    Docs::new(&NONE, root)
        .block("list", Session::new("errbook list --width 60", &run(&["list", "--width", "60"])))
        .block(
            "reply",
            Session::new(
                "curl -s https://api.example.com/orders/7 | errbook explain -",
                &with_input(&["explain", "-"], reply),
            ),
        )
        .block("unknown", Session::new("errbook explain no-ordre", &run(&["explain", "no-ordre"])))
        .block("diff", Session::new(between, &with_input(diff, &changed)))
        .block(
            "changelog",
            Session::new(
                &format!("{between} --format markdown"),
                &with_input(&[diff, &["--format", "markdown"]].concat(), &changed),
            ),
        )
        .block("types", Session::new("errbook types typescript --body flat | sed -n '4,22p'", &types))
        .inject("docs/command.md")
        .check();
}
