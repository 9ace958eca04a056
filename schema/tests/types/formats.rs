//! The types of each wire format: compiled, and run on real replies.

use std::fs;

use serde_json::json;

use crate::books;
use crate::tool::{compile, folder, node};

#[test]
fn guards_know_real_replies() {
    let Some(tools) = folder() else { return };
    let project = tempfile::tempdir().unwrap();
    let mut cases = Vec::new();
    for api in books::all() {
        fs::write(project.path().join(format!("{}.ts", api.name)), api.types.typescript()).unwrap();
        for reply in api.replies {
            cases.push(json!({ "module": api.name, "body": reply.body, "code": reply.code }));
        }
    }
    fs::write(project.path().join("client.ts"), include_str!("client.ts")).unwrap();
    compile(&tools, project.path());
    let answer = node(project.path(), &["-e", include_str!("replies.cjs")], &json!(cases).to_string());
    assert_eq!(answer, format!("{} replies", cases.len()));
}
