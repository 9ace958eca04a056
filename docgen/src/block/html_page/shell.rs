//! What is around the errors: head, header, contents, search, and the policy.

use std::fmt::Write as _;

use errbook::Book;

use super::group::Group;
use super::text::{Fragment, Text};
use super::{HtmlPage, csp};

// Made from `page.css` and `page.js`; `ERRBOOK=update .ci/page` makes them anew.
const STYLE: &str = include_str!("page.min.css");
const SCRIPT: &str = include_str!("page.min.js");

/// The ids of what is around the errors.
pub(super) const IDS: [&str; 6] =
    ["errbook:q", "errbook:open", "errbook:count", "errbook:results", "errbook:errors", "errbook:retired"];

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 8] = ["ar", "dv", "fa", "he", "ps", "ur", "ug", "yi"];

/// More codes than these are not listed beside the page.
const LISTED: usize = 100;

/// What a page consists of, beside its errors.
pub(super) struct Shell<'p> {
    page: &'p HtmlPage,
    name: &'static str,
    title: String,
    style: String,
}

/// A group of the contents.
pub(super) struct Entry<'p> {
    pub(super) group: &'p Group,
    pub(super) id: String,
    /// The id and the status of each error.
    pub(super) errors: Vec<(String, u16)>,
}

impl<'p> Shell<'p> {
    pub(super) fn new(page: &'p HtmlPage, book: &Book) -> Self {
        let title = match book.name() {
            "" => "Errors".to_owned(),
            name => format!("{name} errors"),
        };
        Self { page, name: book.name(), title, style: style(&page.style) }
    }

    pub(super) fn policy(&self) -> String {
        csp::policy(&self.style, SCRIPT)
    }

    /// Everything before the groups.
    pub(super) fn begin(&self, out: &mut String, contents: &[Entry<'_>], classes: &[u16]) {
        self.head(out);
        self.header(out);
        let count: usize = contents.iter().map(|entry| entry.errors.len()).sum();
        let has_contents = contents.len() > 1 || count > 3 || !self.page.retired.is_empty();
        out.push_str(if has_contents { "<div class=\"p g\">\n" } else { "<div class=\"p\">\n" });
        if has_contents {
            self.contents(out, contents, count <= LISTED);
        }
        let _ = writeln!(
            out,
            "<main>\n<h1>{}</h1>\n<p class=\"i\">{}</p>",
            Text(&self.title),
            Text(&self.lede())
        );
        self.search(out, contents, classes);
        out.push_str(
            "<section id=\"errbook:results\" hidden>\n<h2 class=\"v\">Results</h2>\n<div></div>\n\
             <button type=\"button\" hidden></button>\n</section>\n<div id=\"errbook:errors\" tabindex=\"-1\">\n",
        );
    }

    pub(super) fn end(out: &mut String) {
        out.push_str("</div>\n</main>\n</div>\n</body>\n</html>\n");
    }

    fn head(&self, out: &mut String) {
        let language = &self.page.language;
        let primary = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let direction = if RIGHT_TO_LEFT.contains(&&*primary) { " dir=\"rtl\"" } else { "" };
        let _ = write!(
            out,
            "<!DOCTYPE html>\n<html lang=\"{}\"{direction}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"description\" content=\"{}\">\n<title>{}</title>\n\
             <style>{}</style>\n<script>{}</script>\n</head>\n",
            Text(language),
            Text(&self.policy()),
            Text(&self.lede()),
            Text(&self.title),
            self.style,
            SCRIPT,
        );
    }

    fn header(&self, out: &mut String) {
        out.push_str(
            "<body>\n<a class=\"k\" href=\"#errbook:errors\">Skip to errors</a>\n<header>\n<div class=\"b\">",
        );
        match self.page.header.as_deref() {
            Some(html) => out.push_str(html),
            None => {
                let _ = write!(out, "<strong>{}</strong>", Text(self.name));
            }
        }
        out.push_str("</div>\n<fieldset class=\"j s\"><legend class=\"v\">Theme</legend>");
        for (value, label) in [("", "Auto"), ("light", "Light"), ("dark", "Dark")] {
            let checked = if value.is_empty() { " checked" } else { "" };
            let _ = write!(
                out,
                "<label><input type=\"radio\" name=\"theme\" value=\"{value}\"{checked}>{label}</label>"
            );
        }
        out.push_str("</fieldset>\n</header>\n");
    }

    fn contents(&self, out: &mut String, contents: &[Entry<'_>], lists_codes: bool) {
        out.push_str("<nav aria-label=\"Contents\">\n<ul>\n");
        for entry in contents {
            let _ = write!(
                out,
                "<li><a href=\"#{}\">{} <span>{}</span></a>",
                Fragment(&entry.id),
                Text(&entry.group.heading),
                entry.errors.len()
            );
            if lists_codes {
                out.push_str("\n<ul>\n");
                for (id, status) in &entry.errors {
                    let class = status / 100;
                    let _ = writeln!(
                        out,
                        "<li><a href=\"#{}\"><b class=\"c{class}\">{status}</b> {}</a></li>",
                        Fragment(id),
                        Text(id)
                    );
                }
                out.push_str("</ul>\n");
            }
            out.push_str("</li>\n");
        }
        if !self.page.retired.is_empty() {
            let count = self.page.retired.len();
            let _ =
                writeln!(out, "<li><a href=\"#errbook:retired\">Retired codes <span>{count}</span></a></li>");
        }
        out.push_str("</ul>\n</nav>\n");
    }

    /// The controls that need the script.
    fn search(&self, out: &mut String, contents: &[Entry<'_>], classes: &[u16]) {
        out.push_str(
            "<div class=\"j q\" role=\"search\"><label for=\"errbook:q\" class=\"v\">Search the errors</label>\
             <input type=\"search\" id=\"errbook:q\" name=\"q\" autocomplete=\"off\" \
             spellcheck=\"false\" placeholder=\"Press / to search, or paste a reply\"></div>\n\
             <div class=\"j o\"><fieldset><legend class=\"v\">Filters</legend>",
        );
        let mut check = |name: &str, value: &str, label: &str| {
            let _ = write!(
                out,
                "<label><input type=\"checkbox\" name=\"{name}\" value=\"{value}\">{label}</label>"
            );
        };
        for class in classes.iter().filter(|_| classes.len() > 1) {
            check("class", &format!("{class}xx"), &format!("{class}xx"));
        }
        check("retryable", "yes", "Retryable");
        if !self.page.retired.is_empty() {
            check("retired", "yes", "Retired");
        }
        if contents.len() > 1 {
            out.push_str("<select name=\"type\" aria-label=\"Type\"><option value=\"\">All types</option>");
            for entry in contents {
                let (name, heading) = (Text(entry.group.name), Text(&entry.group.heading));
                let _ = write!(out, "<option value=\"{name}\">{heading}</option>");
            }
            out.push_str("</select>");
        }
        out.push_str(
            "</fieldset><p><span role=\"status\" id=\"errbook:count\"></span> \
             <button type=\"button\" id=\"errbook:open\">Show examples</button></p></div>\n",
        );
    }

    fn lede(&self) -> String {
        let default = "Match the code: it is stable. Texts may change.";
        self.page.description.clone().unwrap_or_else(|| default.to_owned())
    }
}

/// The style of the page, and that of its author.
fn style(author: &str) -> String {
    // A parser of HTML reads line breaks as one character, and the hash is of what it has read.
    let author = author.replace("\r\n", "\n").replace(['\r', '\0'], "\n");
    // `</` would end the element; in a string of CSS, `<\/` is the same text.
    STYLE.to_owned() + author.replace("</", "<\\/").trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_of_the_author_cannot_end_the_element() {
        let style = style("a::after { content: \"</style>\" }\r\n");
        assert!(style.ends_with("a::after { content: \"<\\/style>\" }"), "{style}");
        assert!(!style.contains("</") && !style.contains('\r'));
        assert!(!SCRIPT.contains("</script") && !SCRIPT.contains("<!--"));
    }
}
