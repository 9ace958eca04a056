//! What is wrong with markers: all of it at once, each with its line and what to write.

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
        "page.md: the page has no region: write `<!-- errbook:begin NAME -->` and `<!-- errbook:end -->` where it belongs"
    );
    assert!(wrong("page.mdx", "").contains("`{/* errbook:begin NAME */}` and `{/* errbook:end */}`"));
    assert!(wrong("page.adoc", "").contains("`// errbook:begin NAME` and `// errbook:end`"));
    assert!(wrong("page.rst", "").contains("`.. errbook:begin NAME` and `.. errbook:end`"));
}

#[test]
fn no_end() {
    assert_eq!(
        markdown(&format!("one\n{BEGIN}text\n")),
        "page.md:2: region `text` has no end: write `<!-- errbook:end -->` behind it"
    );
    assert_eq!(
        markdown(&format!("{BEGIN}```\n{END}")),
        "page.md:1: region `text` has no end: write `<!-- errbook:end -->` behind it; line 2 begins a code block that is not closed"
    );
}

#[test]
fn no_begin() {
    assert_eq!(
        markdown(&format!("one\n{END}{BEGIN}{END}")),
        "page.md:2: `errbook:end` ends nothing: write `<!-- errbook:begin NAME -->` before it, or leave it out"
    );
}

#[test]
fn nested() {
    let nested = "page.md:3: a region begins inside of the one of line 1, and regions do not nest: write `<!-- errbook:end -->` before it";
    assert_eq!(markdown(&format!("{BEGIN}\n{BEGIN}{END}{END}")), nested);
    assert_eq!(markdown(&format!("{BEGIN}\n{BEGIN}{END}")), nested);
}

#[test]
fn the_end_of_another() {
    assert_eq!(
        markdown(&format!("{BEGIN}<!-- errbook:end texts -->\n")),
        "page.md:2: `errbook:end texts` ends region `text` of line 1: write `errbook:end text`"
    );
    assert_eq!(
        markdown(&format!("{BEGIN}<!-- errbook:end text a=b -->\n")),
        "page.md:2: `a=b` is too much: `errbook:end` takes the name of its block at most"
    );
}

#[test]
fn a_comment_that_is_not_closed() {
    let unclosed = |word| format!("page.md:1: the comment of `{word}` is not closed: write `-->` behind it");
    assert_eq!(markdown(&format!("<!-- errbook:begin text\n{END}")), unclosed("errbook:begin"));
    assert_eq!(markdown(&format!("<!-- errbook:begin text a=\"b\n\n{END}")), unclosed("errbook:begin"));
    assert_eq!(markdown("<!-- errbook:begin text\n"), unclosed("errbook:begin"));
    assert_eq!(markdown(&format!("<!-- errbook:begin text\n{BEGIN}{END}")), unclosed("errbook:begin"));
    assert!(markdown("<!-- errbook:end\n").starts_with(&unclosed("errbook:end")));
    assert!(wrong("page.mdx", "{/* errbook:begin text */ }\n{/* errbook:end */}").contains("write `*/}`"));
}

#[test]
fn a_quote_that_is_not_closed() {
    assert_eq!(
        markdown(&format!("<!-- errbook:begin text\na='b'\nb=\"c -->\n{END}")),
        "page.md:3: the value of `b` is not closed: write `\"` behind it"
    );
}

#[test]
fn words_that_are_no_options() {
    let of = |words: &str| markdown(&format!("<!-- errbook:begin {words} -->\n{END}"));
    assert_eq!(of(""), "page.md:1: `errbook:begin` names no block: write `<!-- errbook:begin NAME -->`");
    assert!(of("a=b").contains("names no block"));
    assert_eq!(of("text a"), "page.md:1: `a` has no value: write `a=\"…\"`, without blanks around `=`");
    assert!(of("text a= b=c").contains("`a` has no value"));
    for apart in ["text a = b", "text a =b", "text a= b", "text a = \"b c\"", "text z=1 a = b z=2"] {
        assert_eq!(of(apart), "page.md:1: `a` has no value: write `a=\"…\"`, without blanks around `=`");
    }
    assert_eq!(of("text = b"), "page.md:1: `=` stands alone: write `key=\"…\"`, without blanks around it");
    assert_eq!(of("text a = b = c").lines().count(), 2);
    assert_eq!(
        of("text a=\"b\"c\""),
        "page.md:1: `c\"` touches the value of `a`: put a blank between them, or a `\\` before a quote inside"
    );
}

#[test]
fn a_value_of_several_words_without_quotes() {
    for (words, write) in [
        ("filter=status == 502", "filter=\"status == 502\""),
        (
            "z=1 filter=status  !=\n502 and not retryable sort=code",
            "filter=\"status != 502 and not retryable\"",
        ),
        ("filter=code == \"a\" sort=code", "filter='code == \"a\"'"),
        ("filter=code == \"a\" or code=='b'", "filter=\"code == \\\"a\\\" or code=='b'\""),
        ("column=Code = {{ code }} column=\"A = a\"", "column=\"Code = {{ code }}\""),
        ("item=`{{ code }}` style=slate", "item=\"`{{ code }}`\""),
    ] {
        let said = markdown(&format!("<!-- errbook:begin text {words} -->\n{END}"));
        let key = write.split('=').next().unwrap();
        assert_eq!(
            said,
            format!("page.md:1: the value of `{key}` has blanks, so it needs quotes: write `{write}`")
        );
    }
}

#[test]
fn curly_quotes() {
    let said = "page.md:1: the quotes around the value of `filter` are curly: write `filter=\"…\"`, with straight ones";
    for value in ["“status == 502”", "„code == ‘a’“", "”a b\"", "‘a b’", "“a b", "“a”", "“a b”c"]
    {
        let page = format!("<!-- errbook:begin text z=1 filter={value} sort=code -->\n{END}");
        assert_eq!(markdown(&page), said, "{value}");
    }
    let both = markdown(&format!("<!-- errbook:begin text filter=“a b” sort=‘code’ -->\n{END}"));
    assert_eq!(both, format!("{said}\n{}", said.replace("filter", "sort")));
}

#[test]
fn something_beside_a_marker() {
    assert_eq!(
        markdown("<!-- errbook:begin text --><!-- errbook:end -->\n"),
        "page.md:1: `<!-- errbook:end -->` is behind a marker, on its line: put it on a line of its own\n\
         page.md:1: region `text` has no end: write `<!-- errbook:end -->` behind it"
    );
}

#[test]
fn something_before_a_marker() {
    let before = |before: &str| markdown(&format!("{BEGIN}{END}{before} {BEGIN}{END}"));
    let expected = |before| {
        format!("page.md:3: `{before}` is before a marker, on its line: put the marker on a line of its own")
    };
    for prefix in ["text", "-", ">", "1.", "<!-- x -->", "<!-- x --><!-- y -->", "text <!-- x -->"] {
        assert_eq!(before(prefix), expected(prefix));
    }
}

#[test]
fn a_marker_in_a_comment_is_none() {
    let error = markdown(&format!("<!-- like <!-- errbook:begin x --> -->\n{BEGIN}"));
    assert_eq!(error, "page.md:2: region `text` has no end: write `<!-- errbook:end -->` behind it");
}

#[test]
fn a_marker_in_code() {
    let error = markdown(&format!("text\n\n    {BEGIN}    {END}"));
    assert!(error.ends_with("where it belongs; what is on line 3 is indented as code"), "{error}");
    let error = markdown(&format!("```\n{BEGIN}{END}```\n"));
    assert!(error.ends_with("where it belongs; what is on line 2 is in a code block"), "{error}");
}

#[test]
fn misspelt() {
    let begins = [
        "errbook:start text",
        "errbook: begin text",
        "errbook:beginn",
        "errbook begin",
        "Errbook:begin",
        "-errbook:begin",
    ];
    for begin in begins {
        let error = markdown(&format!("<!-- {begin} -->\n{END}"));
        assert!(error.starts_with("page.md:1: `"), "{error}");
        assert!(error.ends_with("is no marker: write `<!-- errbook:begin NAME -->`"), "{error}");
    }
    for end in ["errbook:stop", "errbook:ends", "errbok:end", "errbook:/end", "errbook::end"] {
        let error = markdown(&format!("{BEGIN}<!-- {end} -->\n"));
        assert!(error.ends_with("is no marker: write `<!-- errbook:end -->`"), "{error}");
    }
    let error = markdown("<!-- errbook:table -->\n");
    assert_eq!(error, "page.md:1: `errbook:table` is no marker: write `errbook:begin NAME` or `errbook:end`");
}

#[test]
fn the_comment_of_another_format() {
    assert_eq!(
        wrong("page.mdx", "<!-- errbook:begin text -->\n"),
        "page.mdx:1: `<!-- … -->` is no comment in MDX: write `{/* errbook:begin NAME */}`"
    );
    assert!(markdown("{/* errbook:end */}").contains("no comment in Markdown: write `<!-- errbook:end -->`"));
    assert!(wrong("page.rst", "// errbook:end").contains("`// …` is no comment in reStructuredText"));
}

#[test]
fn an_unknown_block() {
    assert_eq!(
        markdown(&format!("<!-- errbook:begin txt -->\n{END}")),
        "page.md:1: there is no block `txt`: did you mean `text`?"
    );
    assert_eq!(
        markdown(&format!("<!-- errbook:begin codes -->\n{END}")),
        "page.md:1: there is no block `codes`: add it with `Docs::block`; \
         there is `text`, `table`, `sections`, `bullets`, `definitions`"
    );
}

#[test]
fn all_at_once_and_in_order() {
    let page = format!(
        "<!-- errbook:begin txt -->\n{END}{END}<!-- errbook:begin text a -->\n{END}<!-- errbook:start -->\n{END}{BEGIN}"
    );
    let mistakes = markdown(&page);
    let lines: Vec<&str> = mistakes.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(lines, ["page.md:1:", "page.md:3:", "page.md:4:", "page.md:6:", "page.md:8:"], "{mistakes}");
}

#[test]
fn csv_has_no_regions() {
    let error = wrong("page.csv", "a,b\n");
    assert!(error.contains("CSV has no comments"), "{error}");
}
