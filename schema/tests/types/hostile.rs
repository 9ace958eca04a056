//! Texts of a lock that are code, markup or directions for something stay text.

use std::fmt::Write as _;
use std::fs;

use errbook_contract::Lock;
use errbook_schema::Types;
use serde_json::json;

use crate::tool::{compile, folder, node, validate};

const TEXTS: [&str; 14] = [
    "*/ throw new Error('run'); /*",
    "\"; throw new Error('run'); \"",
    "'`${process.exit(7)}`",
    "</script><script>document.title = 'run'</script>",
    "two\nlines\r\nand\ta tab",
    "\u{2028}throw 1\u{2029}",
    "\\",
    "\\u0022 \\x22 \\\"",
    "\u{202e}backwards\u{1b}[31m\u{0}",
    "@deprecated {@link javascript:alert(1)}",
    "// @ts-ignore\n// @ts-expect-error",
    "<!-- --> ]]>",
    "*\\/ \\*/ **/",
    "𝒳 é 漢字 ערבית",
];

const CODES: [&str; 20] = [
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "404",
    "NOT_FOUND",
    "NotFound",
    "not-found",
    "class",
    "Error",
    "ApiError",
    "Errors",
    "Code",
    "größe.ungültig",
    "заказ",
    "漢字",
    "ⅷ²",
    "a.b/c%d",
    "\"'\\`*/",
    "𝒳",
    "toString",
];

/// A string in TOML.
fn toml(text: &str) -> String {
    json!(text).to_string().replace('\u{7f}', "\\u007f")
}

/// A lock that has the texts in every place, in a format with them as names.
fn lock() -> String {
    let mut lock = format!("lock = 1\nbook = {}\nrelease = {}\n", toml(TEXTS[0]), toml(TEXTS[1]));
    let _ = write!(
        lock,
        "[body.{}]\ncontent-type = 'application/json'\ncode = '{{code}}'\nmessage = '{{message}}'\ndetails = '{{details}}?'\n",
        toml(TEXTS[12]),
    );
    for text in TEXTS {
        let name = json!(text).to_string();
        let _ =
            writeln!(lock, "{} = {}", toml(&format!("$[{name}]")), toml(&format!("{{= {}}}", json!(text))));
    }
    for code in CODES {
        let _ = write!(
            lock,
            "[error.{}]\nstatus = 400\ntitle = {}\nretryable = false\nbody = {}\n",
            toml(code),
            toml(TEXTS[3]),
            toml(TEXTS[12]),
        );
        for (at, text) in TEXTS.iter().enumerate() {
            let text = toml(text);
            let key = ["since", "description", "deprecated", "docs-url", "message"].get(at);
            let _ = key.map(|key| writeln!(lock, "{key} = {text}"));
            let _ = writeln!(lock, "detail.{text} = 'string'\nabout.{text} = {text}");
        }
        let _ =
            writeln!(lock, "detail.odd = {}\ndetail.deep = {}", toml(TEXTS[9]), toml(&"array<".repeat(5000)));
    }
    for (at, text) in TEXTS.iter().enumerate() {
        let text = toml(text);
        let _ = write!(
            lock,
            "[endpoint.{text}]\n{} = true\nGONE = true\n[retired.{}]\nstatus = 400\nretired = {text}\nwhy = {text}\nreplaced-by = {text}\n",
            toml(CODES[at]),
            toml(TEXTS[at]),
        );
    }
    lock
}

/// The reply to an error of the lock.
fn reply(code: &str) -> serde_json::Value {
    let mut reply = json!({ "message": "" });
    let details: serde_json::Map<_, _> = TEXTS.iter().map(|text| ((*text).to_owned(), json!("x"))).collect();
    reply["details"] = details.into();
    reply["details"]["odd"] = 1.into();
    reply["details"]["deep"] = 1.into();
    for text in TEXTS {
        reply[text] = text.into();
    }
    reply["code"] = code.into();
    reply
}

#[test]
fn typescript() {
    let types = Types::of(&Lock::parse(lock()).unwrap()).unwrap();
    let module = types.typescript();
    assert!(module.chars().all(|c| c == '\n' || !c.is_control()), "control characters are escaped");
    assert!(
        !module.contains(['\u{2028}', '\u{202e}'])
            && !module.contains("</script><script>document.title = 'run'</script>\"")
    );
    let Some(tools) = folder() else { return };
    let project = tempfile::tempdir().unwrap();
    fs::write(project.path().join("hostile.ts"), module).unwrap();
    compile(&tools, project.path());
    let cases: Vec<_> = CODES
        .iter()
        .map(|code| json!({ "module": "hostile", "body": reply(code), "code": code }))
        .chain([json!({ "module": "hostile", "body": reply("valueOf"), "code": null })])
        .collect();
    let answer = node(project.path(), &["-e", include_str!("replies.cjs")], &json!(cases).to_string());
    assert_eq!(answer, format!("{} replies", cases.len()));
    let titles = "process.stdout.write(JSON.stringify(Object.values(require('./hostile.js').errors).map((info) => info.title)))";
    let titles: Vec<String> = serde_json::from_str(&node(project.path(), &["-e", titles], "")).unwrap();
    assert_eq!(titles, [TEXTS[3]; CODES.len()]);
}

#[test]
fn json_schema() {
    let types = Types::of(&Lock::parse(lock()).unwrap()).unwrap();
    let values: Vec<_> = CODES.iter().map(|code| reply(code)).chain([reply("valueOf")]).collect();
    let mut schema = types.closed_json_schema();
    // Ajv looks codes up in an object that has a prototype.
    schema.as_object_mut().unwrap().remove("discriminator");
    let Some(valid) = validate(&schema, &values) else { return };
    assert!(valid.iter().take(CODES.len()).all(|valid| *valid), "{valid:?}");
    assert_eq!(valid.last(), Some(&false));
}
