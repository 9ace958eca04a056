//! Programs of Node, which `.ci/types` installs into the folder `types` of the target folder. A test that needs one that is not installed
//! says so and passes, unless `ERRBOOK_TYPES=required` is in the environment.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder of the installed packages.
pub fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("types");
    if folder.join("installed-lock.json").exists() {
        return Some(folder);
    }
    let message = "TypeScript and Ajv are not installed: run `.ci/types`";
    assert!(std::env::var_os("ERRBOOK_TYPES").is_none_or(|value| value != "required"), "{message}");
    // Past the capture of a passing test's output.
    std::io::stderr().write_all(format!("omitted: {message}\n").as_bytes()).unwrap();
    None
}

/// Runs Node in a folder and returns its output.
pub fn node(folder: &Path, arguments: &[&str], input: &str) -> String {
    let mut node = Command::new("node");
    node.args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = node.spawn().unwrap_or_else(|error| panic!("node: {error}"));
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    // A program that needs no input need not read it.
    drop(writer.join().unwrap());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "node {arguments:?}: {text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// Says with Ajv, strictly, which values are valid.
pub fn validate(schema: &serde_json::Value, values: &[serde_json::Value]) -> Option<Vec<bool>> {
    const PROGRAM: &str = "
        const Ajv = require('ajv/dist/2020');
        const { schema, values } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        const validate = new Ajv({ strict: true, strictTypes: false, discriminator: true }).compile(schema);
        process.stdout.write(JSON.stringify(values.map((value) => validate(value))));
    ";
    let input = serde_json::json!({ "schema": schema, "values": values }).to_string();
    let answer = node(&folder()?, &["-e", PROGRAM], &input);
    Some(serde_json::from_str(&answer).unwrap())
}

/// Options that a careful project has.
const STRICT: [&str; 11] = [
    "--strict",
    "--exactOptionalPropertyTypes",
    "--noUncheckedIndexedAccess",
    "--noPropertyAccessFromIndexSignature",
    "--noImplicitReturns",
    "--noImplicitOverride",
    "--noUnusedLocals",
    "--noUnusedParameters",
    "--isolatedModules",
    "--pretty",
    "false",
];

/// The oldest version that the types are for, the last one in JavaScript, and the newest.
const VERSIONS: [(&str, &[&str]); 3] = [
    ("typescript-4", &["--target", "es5", "--noEmit"]),
    (
        "typescript-5",
        &[
            "--target",
            "esnext",
            "--module",
            "esnext",
            "--moduleResolution",
            "bundler",
            "--verbatimModuleSyntax",
            "--erasableSyntaxOnly",
            "--isolatedDeclarations",
            "--declaration",
            "--noEmit",
        ],
    ),
    ("typescript", &["--module", "commonjs", "--types", "", "--outDir", "."]),
];

/// Compiles the files of a folder with each version.
pub fn compile(tools: &Path, project: &Path) {
    let paths = std::fs::read_dir(project).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "ts")).collect();
    files.sort();
    for (version, options) in VERSIONS {
        let tsc = tools.join("node_modules").join(version).join("bin/tsc");
        let mut arguments = vec![tsc.to_str().unwrap()];
        arguments.extend(STRICT);
        arguments.extend(options);
        arguments.extend(files.iter().filter_map(|path| path.to_str()));
        node(project, &arguments, "");
    }
}
