//! Texts on the page of HTML: doc comments as HTML that neither loads nor runs anything, names of types, the style of the author.

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_docgen::HtmlPage;

use crate::readers::texts::{book, keep_str};

/// The text of an error, between its facts and its example.
fn prose(markdown: &str) -> String {
    let html = HtmlPage::new().html(&book([["", "", markdown]]));
    let article = html.split_once("Not retryable</p>\n").unwrap().1;
    article.split_once("<details><summary>Example").unwrap().0.to_owned()
}

#[test]
fn nothing_is_loaded_and_nothing_runs() {
    for (markdown, html) in [
        ("![a chart](https://a.b/c.png)", "<p><a href=\"https://a.b/c.png\">a chart</a></p>\n"),
        ("[![icon](i.svg) more](https://a.b)", "<p><a href=\"https://a.b\">icon more</a></p>\n"),
        ("[<a href='/x'>b</a> c](/y)", "<p><a href=\"/y\">b c</a></p>\n"),
        ("[run](javascript:alert(1))", "<p>run</p>\n"),
        ("[run](JaVaScRiPt&#58;alert(1)) <data:text/html,x>", "<p>run data:text/html,x</p>\n"),
        (
            "[top](#x) [mail](mailto:a@b.c)",
            "<p><a href=\"#x\">top</a> <a href=\"mailto:a@b.c\">mail</a></p>\n",
        ),
        ("a <b onclick='x'>b</b>", "<p>a &lt;b onclick='x'&gt;b&lt;/b&gt;</p>\n"),
        ("<a href=\"javascript:x\">b</a>", "<p>&lt;a href=&quot;javascript:x&quot;&gt;b&lt;/a&gt;</p>\n"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;\n"),
        ("<img src='x' alt='a'> b", "<p>a b</p>\n"),
    ] {
        assert_eq!(prose(markdown), html, "{markdown}");
    }
}

#[test]
fn harmless_elements_stay() {
    for (markdown, html) in [
        ("a<br>b <!-- c -->d", "<p>a<br>b d</p>\n"),
        ("press <kbd>x</kbd>, it's", "<p>press <kbd>x</kbd>, it's</p>\n"),
        ("<ul><li>a</li></ul> <wbr> b", "<ul><li>a</li></ul> <wbr> b\n"),
        ("see <a href='/x'>b</a>", "<p>see <a href=\"/x\">b</a></p>\n"),
        (
            "<ol start=\"3\">\n<li title='say \"a\"'>a</li>\n</ol>",
            "<ol start=\"3\">\n<li title=\"say &quot;a&quot;\">a</li>\n</ol>\n",
        ),
    ] {
        assert_eq!(prose(markdown), html, "{markdown}");
    }
}

/// An id is one of the page, a class has its style, and a heading, a section or an example is a part of it.
#[test]
fn no_element_is_a_part_of_the_page() {
    for (markdown, html) in [
        ("<a id='x' name='y' class='k' href='/x'>b</a>", "<p><a href=\"/x\">b</a></p>\n"),
        ("<details><summary>a</summary>b</details>", "ab\n"),
        ("a <h2>b</h2> c", "<p>a b c</p>\n"),
        ("### a\n## b\n#### c", "<h4>a</h4>\n<h5>b</h5>\n<h6>c</h6>\n"),
        (
            "| a |\n| -: |\n| b |",
            "<table>\n<thead>\n<tr><th>a</th></tr>\n</thead>\n<tbody>\n<tr><td>b</td></tr>\n</tbody>\n</table>\n",
        ),
    ] {
        assert_eq!(prose(markdown), html, "{markdown}");
    }
    let html = prose("- [x] done\n- [ ] not\n\nnoted[^1]\n\n[^1]: Why.");
    assert!(!html.contains("id=") && !html.contains("<input"), "{html}");
    assert!(html.contains("☑ done") && html.contains("[1]") && html.contains("Why."), "{html}");
}

#[test]
fn types_are_called_what_people_call_them() {
    for (name, heading) in [
        ("OrderError", "Order errors"),
        ("HttpError", "HTTP errors"),
        ("PaymentFailed", "Payment failed"),
        ("TLSError", "TLS errors"),
        ("NoSuchURL", "No such URL"),
        ("Error", "Errors"),
        ("GetOrderError2", "Get order error2"),
        ("Order_ERROR_x", "Order_ERROR_x"),
        ("B<C>", "B&lt;C&gt;"),
    ] {
        let entry = Entry::new(400, "E").with_type(keep_str(&format!("m::{name}")), keep_str("X"));
        let items = vec![CatalogItem::Entry(Box::leak(Box::new(entry)))];
        let catalog = Catalog::new(keep_str(name), items.leak());
        let html = HtmlPage::new().html(&Book::new("Texts", vec![&*Box::leak(Box::new(catalog))].leak()));
        assert!(html.contains(&format!(">{heading}</h2>")), "{name}");
    }
}

#[test]
fn the_style_of_the_author_cannot_end_the_element() {
    let html = HtmlPage::new().style("a::after { content: \"</style>\" }\r\n").html(&book([]));
    assert!(html.contains("a::after { content: \"<\\/style>\" }</style>"), "{html}");
    assert!(!html.contains('\r') && html.matches("</style").count() == 1);
    assert_eq!((html.matches("</script").count(), html.matches("<!--").count()), (1, 0));
}
