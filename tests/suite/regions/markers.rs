//! The markers of a region, in each format, with names and options.

use crate::scratch::text;

#[test]
fn markdown() {
    let page = "# Title\n\n<!-- errbook:begin text -->\nold\n<!-- errbook:end -->\nafter\n";
    let expected = "# Title\n\n<!-- errbook:begin text -->\n\nnew\n\n<!-- errbook:end -->\nafter\n";
    for path in ["page.md", "page.MD", "page.markdown"] {
        assert_eq!(text(path, page, "new\n"), expected);
    }
}

#[test]
fn mdx() {
    let page = "{/* errbook:begin text */}\nold\n{/* errbook:end text */}\n";
    let expected = "{/* errbook:begin text */}\n\nnew\n\n{/* errbook:end text */}\n";
    assert_eq!(text("page.mdx", page, "new"), expected);
}

#[test]
fn html_has_no_empty_lines_around_and_no_indentation() {
    let page = "<body>\n  <!--errbook:begin text-->\nold\n  <!--errbook:end-->\n</body>\n";
    let expected = "<body>\n  <!--errbook:begin text-->\n<pre>a\n b</pre>\n  <!--errbook:end-->\n</body>\n";
    assert_eq!(text("page.html", page, "<pre>a\n b</pre>\n"), expected);
    assert_eq!(text("page.htm", page, "<pre>a\n b</pre>\n"), expected);
}

#[test]
fn asciidoc() {
    let page = "= Title\n\n// errbook:begin text\nold\n// errbook:end\n";
    let expected = "= Title\n\n// errbook:begin text\n\nnew\n\n// errbook:end\n";
    assert_eq!(text("page.adoc", page, "new\n"), expected);
}

#[test]
fn restructured_text_goes_on_in_indented_lines() {
    let page = ".. errbook:begin text a=1\n   b=\"two words\"\n   c=3\n\nold\n\n.. errbook:end\n";
    let expected = ".. errbook:begin text a=1\n   b=\"two words\"\n   c=3\n\nnew\na is [1]\nb is [two words]\nc is [3]\n\n.. errbook:end\n";
    assert_eq!(text("page.rst", page, "new\n"), expected);
}

#[test]
fn a_comment_may_span_lines() {
    let page = "<!--\n  errbook:begin text\n  a=\"one\n     two\"\n\n  b=2\n-->\n<!--\nerrbook:end\n-->\n";
    let expected = "<!--\n  errbook:begin text\n  a=\"one\n     two\"\n\n  b=2\n-->\n\na is [one two]\nb is [2]\n\n<!--\nerrbook:end\n-->\n";
    assert_eq!(text("page.md", page, ""), expected);
    let mdx = |page: &str| page.replace("<!--", "{/*").replace("-->", "*/}");
    assert_eq!(text("page.mdx", &mdx(page), ""), mdx(expected));
}

#[test]
fn options_are_words_or_in_quotes() {
    let page = r#"<!-- errbook:begin text a=b a="Status: {{ status }}" c='it "is"' d="a \"b\" \\ \| --\> c" e="" -->
<!-- errbook:end -->
"#;
    let new = text("page.md", page, "");
    let expected =
        "\na is [b]\na is [Status: {{ status }}]\nc is [it \"is\"]\nd is [a \"b\" \\ \\| --> c]\ne is []\n\n";
    assert!(new.contains(expected), "{new}");
}

#[test]
fn a_block_may_be_used_twice() {
    let page = "<!-- errbook:begin text -->\n<!-- errbook:end -->\n--\n<!-- errbook:begin text -->\n<!-- errbook:end -->";
    let region = "<!-- errbook:begin text -->\n\nnew\n\n<!-- errbook:end -->";
    assert_eq!(text("page.md", page, "new"), format!("{region}\n--\n{region}"));
}

#[test]
fn an_empty_block_leaves_the_markers() {
    let page = "<!-- errbook:begin text -->\nold\n<!-- errbook:end -->\n";
    assert_eq!(text("page.md", page, ""), "<!-- errbook:begin text -->\n\n<!-- errbook:end -->\n");
    assert_eq!(text("page.html", page, "\n\n"), "<!-- errbook:begin text -->\n<!-- errbook:end -->\n");
}

#[test]
fn the_content_is_indented_as_the_marker() {
    let page = "1. item\n\n   <!-- errbook:begin text -->\n   <!-- errbook:end -->\n";
    let expected = "1. item\n\n   <!-- errbook:begin text -->\n\n   a\n\n     b\n\n   <!-- errbook:end -->\n";
    assert_eq!(text("page.md", page, "a\n\n  b\n"), expected);
}

#[test]
fn in_a_nested_list_the_marker_is_indented_further() {
    let page =
        "- item\n  - item\n    1. item\n\n       <!-- errbook:begin text -->\n       <!-- errbook:end -->\n";
    assert!(text("page.md", page, "new").contains("\n       new\n"));
}

#[test]
fn another_comment_is_none_of_ours() {
    let region = "<!-- errbook:begin text -->\n\nnew\n\n<!-- errbook:end -->\n";
    let page = format!(
        "<!-- errbook: these tables are made -->\n<!-- errbook -->\n<!-- logbook:begin -->\n<!-- ebook: begin -->\n<!-- notebook: end -->\n<!-- errbook sends it -->\n<!--\n```\n-->\n{region}"
    );
    assert_eq!(text("page.md", &page, "new"), page);
}
