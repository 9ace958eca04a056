//! A marker in code is an example of one, and stays.

use crate::scratch::{rewritten, text};

/// Each page has one region, and examples of more.
fn stays(path: &str, example: &str, begin: &str, end: &str) {
    for page in
        [format!("{example}\n{begin}\n\nnew\n\n{end}\n"), format!("{begin}\n\nnew\n\n{end}\n\n{example}\n")]
    {
        assert_eq!(text(path, &page, "new"), page);
    }
}

fn markdown(example: &str) {
    stays("page.md", example, "<!-- errbook:begin text -->", "<!-- errbook:end -->");
    let mdx = example.replace("<!--", "{/*").replace("-->", "*/}");
    stays("page.mdx", &mdx, "{/* errbook:begin text */}", "{/* errbook:end */}");
}

#[test]
fn fences_of_markdown() {
    let marker = "<!-- errbook:begin other -->\n<!-- errbook:end -->\n";
    markdown(&format!("```\n{marker}```\n"));
    markdown(&format!("~~~ markdown\n```\n{marker}~~~~\n"));
    markdown(&format!("````md title=\"a\"\n```\n{marker}```\n````\n"));
    markdown("- item\n\n  ```\n  <!-- errbook:begin other -->\n  ```\n");
    markdown("- ```\n  <!-- errbook:begin other -->\n  ```\n");
    // The fence ends with its item.
    markdown("- ```\n  <!-- errbook:begin other -->\n\ntext\n");
    // Not a fence: its info contains a backtick.
    markdown("```not a fence` \n");
}

#[test]
fn quoted_fences_of_markdown() {
    let example = "<!-- errbook:begin other -->";
    markdown(&format!("> ```md\n> {example}\n>\n> text\n> ```\n"));
    markdown(&format!(">```md\n>{example}\n>```\n"));
    markdown(&format!("> text\n> > ~~~\n> > {example}\n> > ~~~\n"));
    markdown(&format!("> - item\n>\n>   ```\n>   {example}\n>   ```\n"));
    // The fence ends with its quote.
    markdown(&format!("> ```md\n> {example}\n"));
    markdown(&format!("> > ```md\n> > {example}\n> text\n"));
    // A fence around quotes does not.
    markdown(&format!("```md\n> ```\n{example}\n```\n"));
}

#[test]
fn a_fence_that_is_indented_as_code_closes_nothing() {
    let (begin, end) = ("<!-- errbook:begin text -->", "<!-- errbook:end -->");
    stays("page.md", "```md\n    ```\n<!-- errbook:begin other -->\n   ```\n", begin, end);
    stays("page.md", "- ```md\n      ```\n  <!-- errbook:begin other -->\n     ```\n", begin, end);
    // There is no indented code in MDX.
    let page = "```md\n{/* errbook:begin other */}\n      ```\n";
    stays("page.mdx", page, "{/* errbook:begin text */}", "{/* errbook:end */}");
}

#[test]
fn indented_code_and_code_spans_of_markdown() {
    let begin = "<!-- errbook:begin text -->";
    stays("page.md", "text\n\n    <!-- errbook:begin other -->\n", begin, "<!-- errbook:end -->");
    stays("page.md", "`<!-- errbook:begin other -->`\n", begin, "<!-- errbook:end -->");
    stays("page.md", "- item\n\n      <!-- errbook:begin other -->\n\ntext\n", begin, "<!-- errbook:end -->");
}

#[test]
fn code_spans_of_several_lines() {
    let page = "text `code\ntext <!-- errbook:begin other --> code` text\n";
    stays("page.md", page, "<!-- errbook:begin text -->", "<!-- errbook:end -->");
}

/// Indented, it is a literal paragraph.
#[test]
fn literal_paragraphs_of_asciidoc() {
    let example = "An example:\n\n // errbook:begin other\n";
    stays("page.adoc", example, "// errbook:begin text", "// errbook:end");
}

#[test]
fn listings_of_asciidoc() {
    let (begin, end) = ("// errbook:begin text", "// errbook:end");
    for fences in [["----"; 2], ["....."; 2], ["////"; 2], ["```adoc", "```"], [".Title\n------", "------"]] {
        let [open, close] = fences;
        stays("page.adoc", &format!("{open}\n// errbook:begin other\n---\n{close}\n"), begin, end);
    }
    // The line under a title is not a fence.
    stays("page.adoc", "Title\n-----\n", begin, end);
}

#[test]
fn literal_blocks_of_restructured_text() {
    let (begin, end) = (".. errbook:begin text", ".. errbook:end");
    for above in ["::", "An example::", ".. code-block:: rst", ".. code:: rst\n   :name: x"] {
        stays("page.rst", &format!("{above}\n\n   .. errbook:begin other\n\n   x\n"), begin, end);
        stays("page.rst", &format!("{above}\n\n   .. note::\n\n      .. errbook:begin other\n"), begin, end);
    }
}

#[test]
fn a_directive_other_than_code_may_contain_a_region() {
    let page = ".. note::\n\n   .. errbook:begin text\n\n   old\n\n   .. errbook:end\n";
    assert_eq!(text("page.rst", page, "new"), page.replace("old", "new"));
}

#[test]
fn a_page_of_examples_alone_has_no_region() {
    let error = rewritten("page.md", "```\n<!-- errbook:begin text -->\n<!-- errbook:end -->\n```\n", "")
        .unwrap_err();
    assert!(error.contains("has no region"), "{error}");
}

/// Thousands of examples and regions: each line is looked up among the blocks of code, and not compared with all.
#[test]
fn a_page_of_many_blocks_of_code() {
    let example = "```\n<!-- errbook:begin other -->\n```\n\n";
    let page = format!(
        "{0}<!-- errbook:begin text -->\n\nnew\n\n<!-- errbook:end -->\n\n{0}",
        example.repeat(4_000)
    );
    let start = std::time::Instant::now();
    assert_eq!(text("page.md", &page, "new"), page);
    assert!(start.elapsed() < std::time::Duration::from_secs(10), "{:?}", start.elapsed());
}
