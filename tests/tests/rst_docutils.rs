//! docutils reads every text as what it was, wherever it stands, and complains of nothing.

use std::process::Command;

use errbook_docgen::{Format, Group, Table};
use errbook_tests::markup::{Failures, MARKDOWN, OTHERS, SIGNS, bare, book, escaped, run, seen};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// What the author wrote around a value; `@` stands for it.
const PLACES: &[(&str, &str)] = &[
    ("{{ message }}", "@"),
    ("before {{ message }} after", "before @ after"),
    ("a{{ message }}b", "a@b"),
    ("({{ message }}){{ message }}", "(@)@"),
    ("``{{ message }}`` x", "=@= x"),
    ("{{ message | code }}", "=@="),
    ("x{{ message | code }}y", "x=@=y"),
    ("**{{ message }}** x", "=@= x"),
    ("`{{ message }} <https://example.com/a>`__", "=@="),
    ("`x <https://example.com/{{ message }}>`__ y", "x y"),
    ("x::\n\n   {{ message }}\n\ny", "x: @ y"),
    (".. code-block:: json\n\n   {\n     {{ message }}\n   }\n\ny", "{ @ } y"),
    (".. note:: {{ message }}\n\ny", "@ y"),
    ("- {{ message }}\n- y", "@ y"),
    ("1. x\n\n   - {{ message }}\n2. y", "x @ y"),
    (":Field: {{ message }}\n:Other: x", "Field @ Other x"),
    ("x\ny\n{{ message }}\nz", "x y @ z"),
];

fn values<S: Strategy>(strategy: &S, count: usize) -> Vec<S::Value> {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

fn texts() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(SIGNS).prop_map(str::to_owned);
    let other = prop::sample::select(OTHERS).prop_map(str::to_owned);
    let any = any::<char>().prop_map(String::from);
    let part = prop_oneof![4 => sign, 4 => other, 1 => any];
    prop::collection::vec(part, 0..9).prop_map(|parts| parts.concat())
}

fn docutils(documents: &[String]) -> Vec<serde_json::Value> {
    let python = std::env::var("ERRBOOK_PYTHON").unwrap_or("python3".to_owned());
    run(Command::new(python).arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tools/docutils_text.py")), documents)
}

#[test]
#[ignore = "needs docutils"]
fn texts_in_cells() {
    // Of nothing at all, a directive or a link cannot be made.
    let texts = texts().prop_filter("blank", |text| !seen(text).is_empty());
    let texts = values(&texts, std::env::var("CASES").map_or(100, |n| n.parse().unwrap()));
    let mut documents = Vec::new();
    for text in &texts {
        for (template, _) in PLACES {
            let table = Table::new().column(("H", *template)).column(("End", "end"));
            documents.push(table.render(Format::ReStructuredText, book(text, "")).unwrap());
        }
    }
    let results = docutils(&documents);
    let mut failures = Failures::default();
    for (at, (result, document)) in results.iter().zip(&documents).enumerate() {
        let (text, (template, expected)) = (&texts[at / PLACES.len()], PLACES[at % PLACES.len()]);
        let expected =
            seen(&expected.replace("=@=", "\u{1}").replace('@', text).replace('\u{1}', &seen(text)));
        let rows: Vec<Vec<String>> = serde_json::from_value(result["tables"][0].clone()).unwrap_or_default();
        let is_whole = rows.len() == 2 && rows.iter().all(|row| row.len() == 2);
        let read = rows.get(1).map_or(String::new(), |row| seen(&row[0]));
        let is_right = result["messages"] == serde_json::json!([]) && read == expected && is_whole;
        failures.check(is_right, template, || {
            format!("{text:?}\n{document}\n{read:?}\n{expected:?}\n{}", result["messages"])
        });
    }
    failures.report();
}

/// Markdown in a cell, beside other text in one, and on a page.
#[test]
#[ignore = "needs docutils"]
fn markdown() {
    let texts = texts().prop_filter("blank", |text| !seen(text).is_empty());
    let texts = values(&texts, std::env::var("CASES").map_or(40, |n| n.parse().unwrap()));
    let (mut documents, mut cases) = (Vec::new(), Vec::new());
    for text in &texts {
        for (markdown, expected) in MARKDOWN {
            let table = Table::new()
                .column(("H", "{{ description }}"))
                .column(("H", "x {{ description }}y"))
                .column(("End", "end"))
                .group(Group::by("code").heading(
                    "before\n\n{{ errors[0].description }}\n\n- {{ errors[0].description }}\n- after",
                ));
            let book = book("m", &markdown.replace('@', &escaped(text)));
            documents.push(table.render(Format::ReStructuredText, book).unwrap());
            let own = expected.replace('@', &seen(text));
            cases.push((*markdown, own));
        }
    }
    let mut failures = Failures::default();
    for ((document, result), (markdown, expected)) in documents.iter().zip(docutils(&documents)).zip(cases) {
        let all = format!("before {expected} {expected} after H H End {expected} x {expected}y end");
        let read = result["text"].as_str().unwrap();
        let is_right = result["messages"] == serde_json::json!([]) && bare(read) == bare(&all);
        failures.check(is_right, markdown, || {
            format!("{document}\n{read}\n{:?}\n{:?}\n{}", bare(read), bare(&all), result["messages"])
        });
    }
    failures.report();
}

#[test]
#[ignore = "needs docutils"]
fn titles() {
    let texts = values(&texts(), 300);
    let texts: Vec<_> = texts.into_iter().filter(|text| !seen(text).is_empty()).collect();
    let document = |text: &String| {
        let table = Table::new().column(("Code", "{{ code }}")).group(Group::by("message"));
        table.render(Format::ReStructuredText, book(text, "")).unwrap()
    };
    let documents: Vec<_> = texts.iter().map(document).collect();
    for ((text, document), result) in texts.iter().zip(&documents).zip(docutils(&documents)) {
        assert_eq!(result["messages"], serde_json::json!([]), "{text:?}\n{document}");
        assert_eq!(seen(result["titles"][0].as_str().unwrap()), seen(text), "{document}");
    }
}
