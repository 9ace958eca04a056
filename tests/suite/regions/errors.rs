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
        "page.md: the page has no region: write `<!-- errbook:begin NAME -->` and `<!-- errbook:end -->` where the block belongs"
    );
    assert!(wrong("page.mdx", "").contains("`{/* errbook:begin NAME */}` and `{/* errbook:end */}`"));
    assert!(wrong("page.adoc", "").contains("`// errbook:begin NAME` and `// errbook:end`"));
    assert!(wrong("page.rst", "").contains("`.. errbook:begin NAME` and `.. errbook:end`"));
}

#[test]
fn no_end() {
    assert_eq!(
        markdown(&format!("one\n{BEGIN}text\n")),
        "page.md:2: region `text` has no end: write `<!-- errbook:end -->` after it"
    );
    assert_eq!(
        markdown(&format!("{BEGIN}```\n{END}")),
        "page.md:1: region `text` has no end: write `<!-- errbook:end -->` after it; the code block on line 2 is not closed"
    );
}

#[test]
fn no_begin() {
    assert_eq!(
        markdown(&format!("one\n{END}{BEGIN}{END}")),
        "page.md:2: `errbook:end` without a region: write `<!-- errbook:begin NAME -->` before it, or remove it"
    );
}

#[test]
fn nested() {
    let nested =
        "page.md:3: a region starts inside of the region on line 1: write `<!-- errbook:end -->` before it";
    assert_eq!(markdown(&format!("{BEGIN}\n{BEGIN}{END}{END}")), nested);
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
        "page.md:2: unexpected `a=b`: `errbook:end` takes at most the name of its block"
    );
}

#[test]
fn a_comment_that_is_not_closed() {
    let unclosed = |word| format!("page.md:1: unclosed comment `{word}`: expected `-->`");
    assert_eq!(markdown(&format!("<!-- errbook:begin text\n{END}")), unclosed("errbook:begin"));
    assert_eq!(markdown(&format!("<!-- errbook:begin text a=\"b\n\n{END}")), unclosed("errbook:begin"));
    assert_eq!(markdown("<!-- errbook:begin text\n"), unclosed("errbook:begin"));
    assert_eq!(markdown(&format!("<!-- errbook:begin text\n{BEGIN}{END}")), unclosed("errbook:begin"));
    assert!(markdown("<!-- errbook:end\n").starts_with(&unclosed("errbook:end")));
    assert!(wrong("page.mdx", "{/* errbook:begin text */ }\n{/* errbook:end */}").contains("expected `*/}`"));
}

#[test]
fn a_quote_that_is_not_closed() {
    assert_eq!(
        markdown(&format!("<!-- errbook:begin text\na='b'\nb=\"c -->\n{END}")),
        "page.md:3: unclosed value of `b`: expected `\"`"
    );
}

#[test]
fn words_that_are_not_options() {
    let of = |words: &str| markdown(&format!("<!-- errbook:begin {words} -->\n{END}"));
    assert_eq!(of(""), "page.md:1: missing block name: write `<!-- errbook:begin NAME -->`");
    assert!(of("a=b").contains("missing block name"));
    assert_eq!(of("text a"), "page.md:1: missing value of `a`: write `a=\"…\"`, without spaces around `=`");
    assert!(of("text a= b=c").contains("missing value of `a`"));
    for apart in ["text a = b", "text a =b", "text a= b", "text a = \"b c\"", "text z=1 a = b z=2"] {
        assert_eq!(of(apart), "page.md:1: missing value of `a`: write `a=\"…\"`, without spaces around `=`");
    }
    assert_eq!(
        of("text = b"),
        "page.md:1: missing key before `=`: write `key=\"…\"`, without spaces around `=`"
    );
    assert_eq!(of("text a = b = c").lines().count(), 2);
    assert_eq!(
        of("text a=\"b\"c\""),
        "page.md:1: expected a space after the value of `a`, found `c\"`: write `\\` before a quote inside of it"
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
        assert_eq!(said, format!("page.md:1: the value of `{key}` contains spaces: write `{write}`"));
    }
}

#[test]
fn curly_quotes() {
    let said = "page.md:1: the value of `filter` has curly quotes: write `filter=\"…\"`";
    for value in ["“status == 502”", "„code == ‘a’“", "”a b\"", "‘a b’", "“a b", "“a”", "“a b”c"]
    {
        let page = format!("<!-- errbook:begin text z=1 filter={value} sort=code -->\n{END}");
        assert_eq!(markdown(&page), said, "{value}");
    }
    let both = markdown(&format!("<!-- errbook:begin text filter=“a b” sort=‘code’ -->\n{END}"));
    assert_eq!(both, format!("{said}\n{}", said.replace("filter", "sort")));
}

#[test]
fn text_after_a_marker() {
    assert_eq!(
        markdown("<!-- errbook:begin text --><!-- errbook:end -->\n"),
        "page.md:1: expected a line break after the marker, found `<!-- errbook:end -->`\n\
         page.md:1: region `text` has no end: write `<!-- errbook:end -->` after it"
    );
}

#[test]
fn text_before_a_marker() {
    let before = |before: &str| markdown(&format!("{BEGIN}{END}{before} {BEGIN}{END}"));
    let expected =
        |before| format!("page.md:3: expected the marker at the start of its line, found `{before}`");
    for prefix in ["text", "-", ">", "1.", "<!-- x -->", "<!-- x --><!-- y -->", "text <!-- x -->"] {
        assert_eq!(before(prefix), expected(prefix));
    }
}

#[test]
fn a_marker_in_a_comment_does_not_count() {
    let error = markdown(&format!("<!-- like <!-- errbook:begin x --> -->\n{BEGIN}"));
    assert_eq!(error, "page.md:2: region `text` has no end: write `<!-- errbook:end -->` after it");
}

#[test]
fn a_marker_in_code() {
    let error = markdown(&format!("text\n\n    {BEGIN}    {END}"));
    assert!(error.ends_with("where the block belongs; the marker on line 3 is indented as code"), "{error}");
    let error = markdown(&format!("```\n{BEGIN}{END}```\n"));
    assert!(error.ends_with("where the block belongs; the marker on line 2 is in a code block"), "{error}");
}

#[test]
fn misspelled() {
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
        assert!(error.starts_with("page.md:1: unknown marker `"), "{error}");
        assert!(error.ends_with("`, did you mean `<!-- errbook:begin NAME -->`?"), "{error}");
    }
    for end in ["errbook:stop", "errbook:ends", "errbok:end", "errbook:/end", "errbook::end"] {
        let error = markdown(&format!("{BEGIN}<!-- {end} -->\n"));
        assert!(error.ends_with("`, did you mean `<!-- errbook:end -->`?"), "{error}");
    }
    let error = markdown("<!-- errbook:table -->\n");
    assert_eq!(
        error,
        "page.md:1: unknown marker `errbook:table`, expected `errbook:begin NAME` or `errbook:end`"
    );
}

#[test]
fn the_comment_of_another_format() {
    assert_eq!(
        wrong("page.mdx", "<!-- errbook:begin text -->\n"),
        "page.mdx:1: `<!-- … -->` is not a comment in MDX: write `{/* errbook:begin NAME */}`"
    );
    assert!(
        markdown("{/* errbook:end */}").contains("not a comment in Markdown: write `<!-- errbook:end -->`")
    );
    assert!(wrong("page.rst", "// errbook:end").contains("`// …` is not a comment in reStructuredText"));
}

#[test]
fn an_unknown_block() {
    assert_eq!(
        markdown(&format!("<!-- errbook:begin txt -->\n{END}")),
        "page.md:1: unknown block `txt`, did you mean `text`?"
    );
    assert_eq!(
        markdown(&format!("<!-- errbook:begin codes -->\n{END}")),
        "page.md:1: unknown block `codes`, expected one of `text`, `table`, `sections`, `bullets`, `definitions`: \
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
