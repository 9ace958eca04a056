//! The errors of markers: all of them at once, each with its line and what to write.

use crate::scratch::rewritten;

fn wrong(path: &str, page: &str) -> String {
    rewritten(path, page, "").unwrap_err()
}

fn markdown(page: &str) -> String {
    wrong("page.md", page)
}

const BEGIN: &str = "<!-- errbook:begin text -->\n";
const END: &str = "<!-- errbook:end -->\n";

#[test]
fn no_region() {
    assert_eq!(
        markdown("text\n"),
        "page.md: the page has no region: write `<!-- errbook:begin NAME -->` and `<!-- errbook:end -->` where the block belongs, on lines of their own and outside of code"
    );
    assert!(wrong("page.mdx", "").contains("`{/* errbook:begin NAME */}` and `{/* errbook:end */}`"));
    assert!(wrong("page.adoc", "").contains("`// errbook:begin NAME` and `// errbook:end`"));
    assert!(wrong("page.rst", "").contains("`.. errbook:begin NAME` and `.. errbook:end`"));
}

#[test]
fn no_end() {
    assert_eq!(
        markdown(&format!("one\n{BEGIN}text\n")),
        "page.md:2: region `text` has no end: write `<!-- errbook:end -->` on a line below it, outside of code"
    );
    assert_eq!(
        markdown(&format!("{BEGIN}```\n{END}")),
        "page.md:1: region `text` has no end: write `<!-- errbook:end -->` on a line below it, outside of code"
    );
}

#[test]
fn no_begin() {
    assert_eq!(
        markdown(&format!("one\n{END}{BEGIN}{END}")),
        "page.md:2: `errbook:end` without a region: write `<!-- errbook:begin NAME -->` on a line of its own above it, or remove it"
    );
}

#[test]
fn nested() {
    let nested =
        "page.md:3: a region starts inside of the region on line 1: write `<!-- errbook:end -->` before it";
    assert_eq!(markdown(&format!("{BEGIN}\n{BEGIN}{END}")), nested);
}

#[test]
fn the_end_of_another() {
    assert_eq!(
        markdown(&format!("{BEGIN}<!-- errbook:end texts -->\n")),
        "page.md:2: expected `errbook:end text`, found `errbook:end texts`: the region starts on line 1"
    );
    assert_eq!(
        markdown(&format!("{BEGIN}<!-- errbook:end text a=b -->\n")),
        "page.md:2: expected `errbook:end text`, found `errbook:end text a=b`: the region starts on line 1"
    );
}

#[test]
fn a_comment_that_is_not_closed() {
    let unclosed = "page.md:1: unclosed comment: expected `-->`";
    assert_eq!(markdown(&format!("<!-- errbook:begin text\n{END}")), unclosed);
    assert_eq!(markdown(&format!("<!-- errbook:begin text a=\"b\n\n{END}")), unclosed);
    assert_eq!(markdown("<!-- errbook:begin text\n"), unclosed);
    assert_eq!(markdown(&format!("<!-- errbook:begin text\n{BEGIN}{END}")), unclosed);
    assert_eq!(markdown(&format!("{BEGIN}<!-- errbook:end\n")), unclosed.replace(":1:", ":2:"));
    assert!(wrong("page.mdx", "{/* errbook:begin text */ }\n{/* errbook:end */}").contains("expected `*/}`"));
}

#[test]
fn a_quote_that_is_not_closed() {
    assert_eq!(
        markdown(&format!("<!-- errbook:begin text\na='b'\nb=\"c -->\n{END}")),
        "page.md:1: unclosed quote: expected `key=\"…\"`, with `\\` before a quote inside of it"
    );
}

#[test]
fn words_that_are_not_options() {
    let of = |words: &str| markdown(&format!("<!-- errbook:begin {words} -->\n{END}"));
    let missing = "page.md:1: missing block name: expected `errbook:begin NAME`";
    assert_eq!(of(""), missing);
    assert_eq!(of("a=b"), missing);
    for (words, found) in [
        ("text a", "a"),
        ("text a = b", "a"),
        ("text z=1 a =b z=2", "a"),
        ("text = b", "="),
        ("text filter=status == 502", "=="),
        ("text filter=“code == ‘a’“", "=="),
        ("text column=Code = {{ code }}", "="),
        ("text\na=1\nfilter=status  !=\n502", "!="),
    ] {
        let expected = format!(
            "page.md:1: expected `key=\"…\"`, found `{found}`: quote a value with spaces, and write no spaces around `=`"
        );
        assert_eq!(of(words), expected, "{words}");
    }
}

/// A shell takes what follows for a comment.
#[test]
fn a_hash_that_begins_a_word() {
    for words in ["text a=1 # note", "text #a=1", "text a=1\n#\nb=2", "text a=# b=2 #"] {
        assert_eq!(
            markdown(&format!("<!-- errbook:begin {words} -->\n{END}")),
            "page.md:1: unexpected `#`: quote the whole word, as in `\"# x\"`"
        );
    }
    let quoted = format!("<!-- errbook:begin text 'a=#' b=\"# b\" c=# d=x#y -->\n{END}");
    assert!(rewritten("page.md", quoted, "").is_ok());
}

#[test]
fn text_after_a_marker() {
    assert_eq!(
        markdown("<!-- errbook:begin text --><!-- errbook:end -->\n"),
        "page.md:1: expected a marker on a line of its own, found `<!-- errbook:end -->` behind it"
    );
}

/// The mistake is one, and the region behind the end is not a second one.
#[test]
fn a_region_behind_the_end_of_another() {
    for behind in [BEGIN, "text <!-- errbook:begin text -->\n"] {
        let page = format!("{BEGIN}<!-- errbook:end --> {behind}{END}{END}");
        let expected = "page.md:2: expected a marker on a line of its own, found `";
        let errors = markdown(&page);
        assert!(errors.starts_with(expected) && errors.lines().count() == 2, "{errors}");
        assert!(errors.lines().nth(1).unwrap().starts_with("page.md:4: `errbook:end` without a region"));
    }
}

/// The line of what looks like a marker.
#[test]
fn a_marker_that_is_not_one() {
    for line in
        ["    <!-- errbook:begin text -->", "| <!-- errbook:begin text --> |", "{/* errbook:begin text */}"]
    {
        let error = markdown(&format!("# A\n\n{line}\n"));
        assert!(error.starts_with("page.md:3: the page has no region: write "), "{error}");
    }
}

/// The other marker says what is missing.
#[test]
fn text_before_a_marker() {
    for before in ["text", "-", "1.", "<!-- x -->", "`x`"] {
        let begin = markdown(&format!("{BEGIN}{END}{before} {BEGIN}{END}"));
        assert!(begin.starts_with("page.md:4: `errbook:end` without a region: write "), "{begin}");
        let end = markdown(&format!("{BEGIN}{before} {END}"));
        assert!(end.starts_with("page.md:1: region `text` has no end: write "), "{end}");
    }
    assert!(markdown("text <!-- errbook:begin text --><!-- errbook:end -->\n").contains("has no region"));
}

#[test]
fn a_marker_in_code() {
    for page in [format!("text\n\n    {BEGIN}    {END}"), format!("```\n{BEGIN}{END}```\n")] {
        assert!(markdown(&page).ends_with("on lines of their own and outside of code"));
    }
}

#[test]
fn misspelled() {
    for (begin, end) in [("start text", "stop"), ("beginn", "ends"), ("table", "/end"), ("Begin", ":end")] {
        let word = begin.split(' ').next().unwrap();
        let error = |line: usize, word: &str| {
            format!(
                "page.md:{line}: unknown marker `errbook:{word}`, expected `<!-- errbook:begin NAME -->` or `<!-- errbook:end -->`"
            )
        };
        assert_eq!(markdown(&format!("<!-- errbook:{begin} -->\n{END}")), error(1, word));
        assert_eq!(markdown(&format!("{BEGIN}<!-- errbook:{end} -->\n")), error(2, end));
    }
}

#[test]
fn the_comment_of_another_format() {
    let error = wrong("page.mdx", "<!-- errbook:begin text -->\n<!-- errbook:end -->\n");
    assert!(error.contains("has no region: write `{/* errbook:begin NAME */}`"), "{error}");
    assert!(markdown("{/* errbook:end */}").contains("has no region: write `<!-- errbook:begin NAME -->`"));
}

/// docutils rejects a table in the directive of another one.
#[test]
fn a_table_in_a_table_of_restructured_text() {
    let page = ".. table:: Codes\n   :widths: auto\n\n   .. errbook:begin text\n   .. errbook:end\n";
    let table = ".. list-table::\n\n   * - a\n";
    assert_eq!(
        rewritten("page.rst", page, table).unwrap_err(),
        "page.rst:4: the region is inside of `.. table:: Codes`, and its block has a table or a `|` of its own: \
         move the markers out, and write `caption=\"…\"` for a title"
    );
    assert!(rewritten("page.rst", page, "=  =\na  b\n=  =\n").is_ok());
    let note = page.replace("table:: Codes\n   :widths: auto", "note::");
    assert!(rewritten("page.rst", note, table).is_ok());
}

/// In a list or a directive, docutils takes no titles.
#[test]
fn titles_in_a_directive_of_restructured_text() {
    let page = ".. note::\n\n   .. errbook:begin text\n   .. errbook:end\n";
    for title in ["400 A\n-----\n\ntext\n", "text\n\nMore\n~~~~\n"] {
        assert_eq!(
            rewritten("page.rst", page, title).unwrap_err(),
            "page.rst:3: the region is inside of `.. note::`, where docutils takes no titles, and its block has some: \
             move the markers out, or write `group-heading=\"**{{ key }}**\"`"
        );
        assert!(rewritten("page.rst", page.replace("   ", "").replace(".. note::\n", ""), title).is_ok());
    }
    assert!(rewritten("page.rst", page, "::\n\n   a\n   -----\n").is_ok());
}

/// Asciidoctor ends the outer table at the inner one, and a cell at a `|` in code.
#[test]
fn a_table_in_a_table_of_asciidoc() {
    let page = "[cols=2]\n|===\n|a\n\na|\n// errbook:begin text\n// errbook:end\n|===\n";
    for content in ["|===\n|b\n|===\n", "----\nls | wc\n----\n"] {
        assert_eq!(
            rewritten("page.adoc", page, content).unwrap_err(),
            "page.adoc:6: the region is inside of `|===`, and its block has a table or a `|` of its own: \
             move the markers out, and write `caption=\"…\"` for a title"
        );
        let below = page.replace("a|\n", "|===\n\n").replace("end\n|===", "end");
        assert!(rewritten("page.adoc", below, content).is_ok());
        let longer = page.replace("|===", "|=====");
        assert!(rewritten("page.adoc", longer, content).unwrap_err().contains("inside of `|=====`"));
    }
    assert!(rewritten("page.adoc", page, "* a\n").is_ok());
    // In a listing, it is an example of a table.
    let example = "----\n|===\n----\n\n";
    let text = "// errbook:begin text\n// errbook:end\n";
    assert!(rewritten("page.adoc", [example, text].concat(), "|===\n|b\n|===\n").is_ok());
    assert!(rewritten("page.adoc", [example, page].concat(), "|===\n|b\n|===\n").is_err());
}

#[test]
fn a_comment_that_is_no_marker() {
    for comment in
        ["notebook:end", "errbook generates these", "errbook", "end", "note: begin", "logbook:begin"]
    {
        let page = format!("<!-- {comment} -->\n{BEGIN}{END}");
        assert!(rewritten("page.md", page, "").is_ok(), "{comment}");
    }
}

#[test]
fn an_unknown_block() {
    assert_eq!(
        markdown(&format!("<!-- errbook:begin txt -->\n{END}")),
        "page.md:1: unknown block `txt`, did you mean `text`?"
    );
    assert_eq!(
        markdown(&format!("<!-- errbook:begin codes -->\n{END}")),
        "page.md:1: unknown block `codes`, expected one of `text`, `table`, `sections`, `bullets`, `definitions`, \
         `matrix`, `changelog`: \
         add it with `Docs::block`"
    );
}

#[test]
fn all_at_once_and_in_order() {
    let page = format!(
        "<!-- errbook:begin txt -->\n{END}{END}<!-- errbook:begin text a -->\n{END}<!-- errbook:start -->\n{END}{BEGIN}"
    );
    let errors = markdown(&page);
    let lines: Vec<&str> = errors.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(lines, ["page.md:1:", "page.md:3:", "page.md:4:", "page.md:6:", "page.md:8:"], "{errors}");
}

#[test]
fn csv_has_no_regions() {
    let error = wrong("page.csv", "a,b\n");
    assert!(error.contains("CSV has no comments"), "{error}");
}
