//! What a new crate sees that depends on errbook: the code of `docs/documentation.md` compiles and passes in it, and without the
//! feature `docs` no documentation is in its binary.
//!
//! The crates are made in the target folder, outside of the workspace, with its lock file, and are built offline.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Every block of Rust in `docs/documentation.md` is one file, and `documentation` passes with the pages that it links to.
#[test]
fn documentation_compiles() {
    let page = fs::read_to_string(format!("{ROOT}/docs/documentation.md")).unwrap();
    let blocks = rust_blocks(&page);
    let [library, program, test] = blocks.as_slice() else {
        panic!("docs/documentation.md has {} blocks of Rust: say here which file each is", blocks.len());
    };

    let orders = NewCrate::new("orders", &["errbook", "errbook-docgen"], "");
    orders.write("src/lib.rs", library);
    orders.write("src/main.rs", program);
    orders.write("tests/documentation.rs", test);
    for page in ["guide.md", "errors.md", "errors.html", "errors.md.jinja", "error.md.jinja"] {
        orders.copy(&format!("examples/docs/{page}"), &format!("docs/{page}"));
    }
    for page in fs::read_dir(format!("{ROOT}/examples/docs/errors")).unwrap() {
        let name = page.unwrap().file_name().into_string().unwrap();
        orders.copy(&format!("examples/docs/errors/{name}"), &format!("docs/errors/{name}"));
    }

    orders.cargo(&["test", "--bins", "--tests"]);
    orders.cargo(&["run"]);
}

/// The feature `docs` decides whether descriptions are part of the program.
#[test]
fn documentation_is_optional() {
    let main = r#"
use errbook::ApiError;

/// The errors of a vault.
#[derive(Debug, ApiError)]
#[api(display)]
pub enum VaultError {
    /// The door is jammed.
    ///
    /// # Solution
    /// Call a locksmith.
    #[api(status = 409, code = "DOOR_JAMMED", message = "door {door}")]
    Jammed {
        /// Counted from the left.
        #[api(detail)]
        door: u8,
    },
}

fn main() {
    assert_eq!(VaultError::Jammed { door: 7 }.to_string(), "door 7");
    let entry = VaultError::CATALOG.entries().next().unwrap();
    let detail = entry.details().next().unwrap();
    print!("{:?}", [VaultError::CATALOG.description(), entry.docs(), entry.variant(), detail.ty(), detail.description()]);
}
"#;
    let texts =
        ["The errors of a vault.", "The door is jammed.", "Call a locksmith.", "Counted from the left."];
    for (name, features, has_docs) in [
        ("with_docs", "", true),
        ("without_docs", r#", default-features = false, features = ["derive"]"#, false),
    ] {
        let vault = NewCrate::new(name, &["errbook"], features);
        vault.write("src/main.rs", main);
        let output = vault.cargo(&["run"]);
        let printed = String::from_utf8(output.stdout).unwrap();
        let program = fs::read(vault.program()).unwrap();
        assert_eq!(printed == r#"["", "", "", "", ""]"#, !has_docs, "{name}: {printed}");
        assert!(contains(&program, "DOOR_JAMMED"), "{name}");
        for text in texts {
            assert_eq!(contains(&program, text), has_docs, "{name}: {text}");
        }
    }
}

/// A package outside of the workspace that depends on this checkout.
struct NewCrate {
    name: &'static str,
    folder: PathBuf,
}

impl NewCrate {
    /// The features belong to the first dependency.
    fn new(name: &'static str, dependencies: &[&str], features: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new_crate").join(name);
        let _ = fs::remove_dir_all(&folder);
        let root = fs::canonicalize(ROOT).unwrap();
        let dependencies = dependencies.iter().enumerate().map(|(at, dependency)| {
            let path = root.join(if *dependency == "errbook" { "runtime" } else { "docgen" });
            let features = if at == 0 { features } else { "" };
            format!("{dependency} = {{ path = '{}'{features} }}\n", path.display())
        });
        let dependencies: String = dependencies.collect();
        // The target folder may be in the workspace, and what is built there with these profiles is used again.
        let workspace = fs::read_to_string(root.join("Cargo.toml")).unwrap();
        let profiles = workspace.find("[profile.dev]").map(|at| &workspace[at..]).unwrap();
        let package = format!("[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n");
        let manifest = format!("{package}\n[workspace]\n\n[dependencies]\n{dependencies}\n{profiles}");

        let new = Self { name, folder };
        new.write("Cargo.toml", &manifest);
        new.copy("Cargo.lock", "Cargo.lock");
        new
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn copy(&self, from: &str, to: &str) {
        self.write(to, &fs::read_to_string(format!("{ROOT}/{from}")).unwrap());
    }

    fn cargo(&self, arguments: &[&str]) -> Output {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(arguments).args(["--offline", "--quiet"]).current_dir(&self.folder);
        cargo.env("CARGO_TARGET_DIR", target()).env_remove("ERRBOOK");
        let output = cargo.output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "cargo {}\n{printed}{errors}", arguments.join(" "));
        output
    }

    fn program(&self) -> PathBuf {
        target().join("debug").join(format!("{}{}", self.name, env::consts::EXE_SUFFIX))
    }
}

/// The folder that this test was built in, so that little is built a second time.
fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().to_owned()
}

/// The code of each block of Rust.
fn rust_blocks(markdown: &str) -> Vec<&str> {
    let blocks = markdown.split("\n```rust\n").skip(1);
    blocks.map(|rest| rest.split_once("\n```\n").unwrap().0).collect()
}

fn contains(program: &[u8], text: &str) -> bool {
    program.windows(text.len()).any(|window| window == text.as_bytes())
}
