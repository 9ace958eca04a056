//! Asciidoctor reads every text as what it was, wherever it stands, and complains of nothing.

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
    ("`{{ message }}` x", "@ x"),
    ("`+{{ message }}+` x", "@ x"),
    ("``{{ message }}``x", "@x"),
    ("{{ message | code }}", "@"),
    ("x{{ message | code }}y {{ message | code }}.", "x@y @."),
    ("*{{ message }}* _{{ message }}_ x", "@ @ x"),
    ("link:https://example.com/a[{{ message }}]", "@"),
    ("https://example.com/a[x {{ message }} y] z", "x @ y z"),
    ("x https://example.com/{{ message }}[y] z", "x y z"),
    ("{{ message }}; {{ message }}:: x", "@; @:: x"),
    ("x +\ny +\n{{ message }} +\nz", "x y @ z"),
];

/// The same on a page, between two paragraphs.
const ON_PAGE: &[(&str, &str)] = &[
    ("{{ key }}", "@"),
    ("x {{ key }}\ny", "x @ y"),
    ("* {{ key }}\n* y", "@ y"),
    ("x:: {{ key }}\ny:: z", "x @ y z"),
    ("{{ key }}:: x", "@ x"),
    ("----\n{{ key }}\n----", "@"),
    ("[source,json]\n----\n{\n  {{ key }}\n}\n----", "{ @ }"),
    ("....\n{{ key }}\n....", "@"),
    ("```\n{{ key }}\n```", "@"),
    ("////\n{{ key }}\n////", ""),
    ("// {{ key }}", ""),
    (".{{ key }}\nx", "@ x"),
    ("NOTE: {{ key }}", "Note @"),
    ("====\n{{ key }}\n====", "@"),
    (":x: {{ key }}\n\ny", "y"),
    ("|===\n|{{ key }} |x\n|===", "@ x"),
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

fn asciidoctor(documents: &[String]) -> Vec<serde_json::Value> {
    run(
        Command::new("ruby").arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tools/asciidoctor_text.rb")),
        documents,
    )
}

#[test]
#[ignore = "needs Asciidoctor"]
fn texts_in_cells() {
    // Of nothing at all, a directive or a link cannot be made.
    let texts = texts().prop_filter("blank", |text| !seen(text).is_empty());
    let texts = values(&texts, std::env::var("CASES").map_or(100, |n| n.parse().unwrap()));
    let mut documents = Vec::new();
    for text in &texts {
        for (template, _) in PLACES {
            let table = Table::new().column(("H", *template)).column(("End", "end"));
            documents.push(table.render(Format::AsciiDoc, book(text, "")).unwrap());
        }
    }
    let results = asciidoctor(&documents);
    let mut failures = Failures::default();
    for (at, (result, document)) in results.iter().zip(&documents).enumerate() {
        let (text, (template, expected)) = (&texts[at / PLACES.len()], PLACES[at % PLACES.len()]);
        let expected = seen(&expected.replace('@', text));
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
#[ignore = "needs Asciidoctor"]
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
                    "before\n\n{{ errors[0].description }}\n\n* {{ errors[0].description }}\n* after",
                ));
            let book = book("m", &markdown.replace('@', &escaped(text)));
            documents.push(table.render(Format::AsciiDoc, book).unwrap());
            let own = expected.replace('@', &seen(text));
            cases.push((*markdown, own));
        }
    }
    let mut failures = Failures::default();
    for ((document, result), (markdown, expected)) in documents.iter().zip(asciidoctor(&documents)).zip(cases)
    {
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
#[ignore = "needs Asciidoctor"]
fn texts_on_pages() {
    let texts = texts().prop_filter("blank", |text| !seen(text).is_empty());
    let texts = values(&texts, std::env::var("CASES").map_or(100, |n| n.parse().unwrap()));
    let (mut documents, mut cases) = (Vec::new(), Vec::new());
    for text in &texts {
        for (template, expected) in ON_PAGE {
            let heading = format!("before\n\n{template}\n\nbehind\n\n== {{{{ key }}}}");
            let table = Table::new().column(("H", "end")).group(Group::by("message").heading(heading));
            documents.push(table.render(Format::AsciiDoc, book(text, "")).unwrap());
            let expected = expected.replace('@', text);
            cases.push((*template, seen(&format!("before {expected} behind {text} H end"))));
        }
    }
    let mut failures = Failures::default();
    for ((document, result), (template, expected)) in documents.iter().zip(asciidoctor(&documents)).zip(cases)
    {
        let read = seen(result["text"].as_str().unwrap());
        let is_right = result["messages"] == serde_json::json!([]) && read == expected;
        failures.check(is_right, template, || {
            format!("{document}\n{read:?}\n{expected:?}\n{}", result["messages"])
        });
    }
    failures.report();
}
