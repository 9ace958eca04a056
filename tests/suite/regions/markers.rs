//! The markers of a region, in each format, with names and options.

use errbook_docgen::{Docs, Format};

use crate::scratch::{BOOK, Text, folder, read, text};

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
        "<!-- errbook: these tables are made -->\n<!-- errbook -->\n<!-- logbook:begin -->\n<!-- errbook sends it -->\n<!--\n```\n-->\n{region}"
    );
    assert_eq!(text("page.md", &page, "new"), page);
}

#[test]
fn in_a_block_quote_each_line_is_quoted() {
    let page = "> text\n>\n> <!-- errbook:begin text -->\n> old\n> <!-- errbook:end -->\n";
    let expected =
        "> text\n>\n> <!-- errbook:begin text -->\n>\n> a\n>\n>     b\n>\n> <!-- errbook:end -->\n";
    assert_eq!(text("page.md", page, "a\n\n    b\n"), expected);
    let mdx = |page: &str| page.replace("<!--", "{/*").replace("-->", "*/}");
    assert_eq!(text("page.mdx", &mdx(page), "a\n\n    b\n"), mdx(expected));
}

#[test]
fn in_a_quote_of_a_list_and_in_a_quoted_quote() {
    for prefix in ["- > ", "> > ", ">> ", "> - "] {
        let further = prefix.replace('-', " ");
        let page = format!(
            "{prefix}text\n{0}\n{further}<!-- errbook:begin text\n{further}a=1 -->\n{further}<!-- errbook:end -->\n",
            further.trim_end()
        );
        let new = text("page.md", &page, "new\n");
        assert!(new.contains(&format!("\n{further}new\n{further}a is [1]\n")), "{new}");
    }
}

/// `MkDocs` indents the content of admonitions and tabs by four columns, which is code to `CommonMark`.
#[test]
fn in_admonitions_and_tabs_of_mkdocs() {
    let text = |page: &str| {
        let folder = folder("page.md", page);
        let docs = Docs::new(&BOOK, folder.path()).markdown(Format::MkDocs).block("text", Text("a\n\nb\n"));
        docs.inject("page.md").write().unwrap();
        read(folder.path(), "page.md")
    };
    for sign in ["!!! note", "??? tip \"Errors\"", "=== \"Tab\""] {
        for more in
            ["", "    text\n\n", "    text\n\n    ```\n    <!-- errbook:begin example -->\n    ```\n\n"]
        {
            let page = format!("{sign}\n\n{more}    <!-- errbook:begin text -->\n    <!-- errbook:end -->\n");
            let new = text(&page);
            assert!(new.ends_with("text -->\n\n    a\n\n    b\n\n    <!-- errbook:end -->\n"), "{new}");
        }
    }
    let nested =
        "- item\n\n    !!! note\n\n        <!-- errbook:begin text -->\n        <!-- errbook:end -->\n";
    assert!(text(nested).contains("\n        a\n"));
    let tabs = "=== \"Tab\"\n\n\t<!-- errbook:begin text -->\r\n\t<!-- errbook:end -->\n";
    assert!(text(tabs).contains("\r\n\ta\r\n"));
}

#[test]
fn in_a_deep_scalar_of_front_matter() {
    let page = "---\na:\n  b:\n    c: |\n      <!-- errbook:begin text -->\n      <!-- errbook:end -->\n---\n\ntext\n";
    assert!(text("page.md", page, "new").contains("\n      new\n"));
    let page =
        "---\n- - d: >-\n\n          <!-- errbook:begin text -->\n          <!-- errbook:end -->\n---\n";
    assert!(text("page.md", page, "new").contains("\n          new\n"));
}

#[test]
fn in_a_definition_and_in_a_footnote() {
    for begin in ["Term\n:   text", "[^1]: text", "1.  text"] {
        let page = format!("{begin}\n\n    <!-- errbook:begin text -->\n    <!-- errbook:end -->\n");
        assert!(text("page.md", &page, "new").contains("\n    new\n"), "{begin}");
    }
}
