//! Links between pages: each leads somewhere, or is an error that names the nearest place.

use errbook_docgen::{Docs, ErrorKind, Format};

use crate::scratch::{BOOK, Text, folder, put, read};

/// The errors of a page, a line each.
fn of(path: &str, page: &str) -> String {
    let folder = folder("code.jinja", "");
    put(folder.path(), "docs/hand-written.md", "");
    let docs = Docs::new(&BOOK, folder.path()).file(path, Text(page)).file(
        "docs/other.md",
        Text("# Other page\n\n## Café & co\n\n## Twice\n\n## Twice\n\n<a id=\"NO_ORDER\"></a>\n<a id=\"auth:key:expired\"></a>\n"),
    );
    docs.outdated().map(drop).map_err(|errors| errors.to_string()).err().unwrap_or_default()
}

#[test]
fn links_that_lead_somewhere() {
    for link in [
        "other.md",
        "./other.md#other-page",
        "../docs/other.md#twice",
        "other.md#twice-1",
        "other.md#twice_1",
        "other.md#café--co",
        "other.md#caf%C3%A9--co",
        "other.md#NO_ORDER",
        "other.md#auth:key:expired",
        "tel:+4930:x#y",
        "other.md?plain=1#L3",
        "other#NO_ORDER",
        "other.html#other-page",
        "hand-written.md",
        "hand-written.md#anything",
        "#here",
        "#top",
        "#",
        "https://example.com/nowhere.md#x",
        "mailto:a@example.com",
        "/errors/x",
        "a-route",
    ] {
        assert_eq!(
            of("docs/page.md", &format!("## Here\n\n[x]({link}) <a href='{link}'>x</a>\n")),
            "",
            "{link}"
        );
    }
    // The second sign is a mark of a letter.
    assert_eq!(of("docs/page.md", "## न्य e\u{301}!\n\n[x](#न्य-e\u{301})\n"), "");
    // Neither are examples links.
    assert_eq!(
        of("docs/page.md", "`[x](gone.md)`\n\n```\n[x](#gone)\n```\n\n<!-- <a href=\"#gone\"> -->\n"),
        ""
    );
}

/// `VitePress` and Python-Markdown write letters with accents without them, or not at all.
#[test]
fn headings_with_accents() {
    let errors = |format, heading: &str, anchor: &str| {
        let folder = folder("code.jinja", "");
        let sign = if heading.ends_with("===") { "" } else { "# " };
        let page = Box::leak(format!("{sign}{heading}\n\n[x](#{anchor})\n").into_boxed_str());
        let docs = Docs::new(&BOOK, folder.path()).markdown(format).file("page.md", Text(page));
        docs.outdated().err().map_or(0, |errors| errors.iter().count())
    };
    for (format, heading, anchor) in [
        (Format::VitePress, "Größe des Cafés", "große-des-cafes"),
        (Format::VitePress, "Wait… or retry", "wait-or-retry"),
        (Format::MkDocs, "Größe des Cafés", "groe-des-cafes"),
        (Format::MkDocs, "--force, or -f", "-force-or-f"),
        (Format::VitePress, "a…b", "a-b"),
        (Format::VitePress, "Terms &amp; fees", "terms-amp-fees"),
        (Format::VitePress, "&lt;b>", "lt-b"),
        (Format::VitePress, "auth:key:expired", "authexpired"),
        (Format::VitePress, "Limits ![all of them](x.png) of `{id}`", "limits-of-id"),
        (Format::MkDocs, "![a](b.png) Limits ![c](d.png)", "a-limits-c"),
        (Format::VitePress, "Limits\nof all\n===", "limits-of-all"),
        (Format::MkDocs, "Limits\nof all\n===", "limits-of-all"),
        (Format::Markdown, "Limits\nof all\n===", "limitsof-all"),
        (Format::Markdown, "![a](b.png) Limits", "limits"),
        (Format::Markdown, "The ![a](b.png) limits", "the--limits"),
        (Format::Markdown, "Limits {#most}", "limits-most"),
        (Format::Markdown, "Limits {#most}", "most"),
        (Format::Markdown, "Limits { .x }\n---", "limits--x-"),
    ] {
        assert_eq!(errors(format, heading, anchor), 0, "{format}: {heading}");
    }
    for format in [Format::Markdown, Format::VitePress, Format::MkDocs] {
        assert_eq!(errors(format, "Size", "siz"), 1);
    }
    assert_eq!(errors(Format::Markdown, "Größe", "grosse"), 1);
}

/// HTML may have several lines, in Markdown too.
#[test]
fn lines_of_html() {
    for hidden in [
        "<!--\n@\n-->",
        "<div>\n<!-- a\n@ -->\n</div>",
        "<script>\n'@'\n</script>",
        "<style>\n/* @ */\n</style>",
        "> <!--\n> @\n> -->",
    ] {
        let page = hidden.replace('@', "<a href=\"#gone\">x</a>");
        assert_eq!(of("docs/page.md", &page), "", "{hidden}");
    }
    assert_eq!(of("docs/page.md", "<div\n  id=\"here\">\n\n[x](#here)\n\n</div>\n"), "");
    let dead = of("docs/page.md", "<div>\n<a\n  href=\"#gone\">x</a>\n</div>\n\n[y](#gone)\n");
    let lines: Vec<_> = dead.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(lines, ["docs/page.md:2:", "docs/page.md:6:"]);
}

/// HTML needs no quotes, and its names have no case.
#[test]
fn attributes_of_html() {
    let heading = "<H2 ID=here class=x>Here</H2>\n";
    assert_eq!(
        of("docs/page.html", &format!("{heading}<a href=#here>x</a> <A HREF='other.md#NO_ORDER'>x</A>\n")),
        ""
    );
    assert_eq!(of("docs/page.md", &format!("{heading}\n[x](#here)\n")), "");
    let references = "<a href=\"#&#x68;er&#101;\">x</a> <a href=\"#&#X68;ere\">x</a>";
    assert_eq!(of("docs/page.html", &format!("{heading}{references}\n")), "");
    let dead = of("docs/page.html", &format!("{heading}<a title='href=a' href=othr.md>x</a>\n"));
    assert_eq!(dead, "docs/page.html:2: link `othr.md` leads to no page, did you mean `docs/other.md`?");
}

#[test]
fn dead_links() {
    for (link, end) in [
        ("othr.md", "page, did you mean `docs/other.md`?"),
        ("../gone/away.md", "page"),
        ("../gone/away.md?plain=1#L3-L5", "page"),
        ("#her", "anchor of `docs/page.md`, did you mean `#here`?"),
        ("other.md#other_page", "anchor of `docs/other.md`, did you mean `#other-page`?"),
        ("other.md#no_order", "anchor of `docs/other.md`, did you mean `#NO_ORDER`?"),
        ("other.md#something", "anchor of `docs/other.md`"),
        ("other.md#auth:key:expire", "anchor of `docs/other.md`, did you mean `#auth:key:expired`?"),
        ("#her:", "anchor of `docs/page.md`, did you mean `#here`?"),
        ("./othr.md?from=a:b", "page, did you mean `docs/other.md`?"),
    ] {
        let dead = format!("link `{link}` leads to no {end}");
        let page = format!("## Here\n\n[x]({link})\n\n<p>\n<a href=\"{link}\">x</a>\n\n[y]: {link}\n[y]\n");
        let expected = [3, 6].map(|line| format!("docs/page.md:{line}: {dead}"));
        let errors = of("docs/page.md", &page);
        assert_eq!(errors.lines().take(2).collect::<Vec<_>>(), expected, "{errors}");
        let html = of("docs/page.html", &format!("<h2 id=\"here\">Here</h2>\n<a href='{link}'>x</a>\n"));
        assert_eq!(html, format!("docs/page.html:2: {}", dead.replace("docs/page.md", "docs/page.html")));
    }
}

#[test]
fn a_dead_link_prevents_no_update() {
    let folder = tempfile::tempdir().unwrap();
    let docs = || Docs::new(&BOOK, folder.path()).file("a.md", Text("[x](#gone)\n"));
    let errors = docs().write().unwrap_err();
    assert_eq!(errors.iter().map(errbook_docgen::Error::kind).collect::<Vec<_>>(), [ErrorKind::Link]);
    assert_eq!(read(folder.path(), "a.md"), "[x](#gone)\n");
    assert!(docs().outdated().is_err());
    assert!(docs().allow_dead_links().outdated().unwrap().is_empty());
}

/// The errors of a page of another format, beside `docs/other` with the same extension.
fn beside(extension: &str, other: &'static str, page: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let docs = Docs::new(&BOOK, folder.path()).file(format!("docs/page.{extension}"), Text(page));
    let docs = docs.file(format!("docs/other.{extension}"), Text(other));
    docs.outdated().map(drop).map_err(|errors| errors.to_string()).err().unwrap_or_default()
}

/// Authors' `AsciiDoc` and reStructuredText is not read, neither for links nor for anchors: it may have any.
#[test]
fn links_of_other_formats_are_not_read() {
    assert_eq!(beside("adoc", "== Other\n", "xref:gone.adoc[x], <<gone>>\n"), "");
    assert_eq!(beside("rst", "Other\n=====\n", "`x <gone.rst>`_, gone_\n"), "");
    let folder = tempfile::tempdir().unwrap();
    let docs = Docs::new(&BOOK, folder.path()).file("a.md", Text("[x](b.adoc#any), [x](c.adoc)\n"));
    let errors = docs.file("b.adoc", Text("== B\n")).outdated().unwrap_err().to_string();
    assert_eq!(errors, "a.md:1: link `c.adoc` leads to no page, did you mean `b.adoc`?");
}
