//! One error: its heading, badges, prose, details and an example reply.

use std::collections::HashMap;
use std::fmt::Write as _;

use errbook::Entry;

use super::fact::Facts;
use super::prose;
use super::retired::RetiredCode;
use super::text::{Fragment, Text};

/// Writes articles. Writing to a `String` cannot fail.
pub(super) struct Articles<'p> {
    pub(super) out: String,
    /// The endpoints that answer with each code.
    pub(super) endpoints: HashMap<&'p str, Vec<&'p str>>,
}

/// The level of the code's heading.
const LEVEL: usize = 3;

impl Articles<'_> {
    /// Writes an error, whose id is the code except for further errors of one code.
    pub(super) fn error(&mut self, id: &str, error: &Facts) {
        let statuses = error.statuses();
        let listed = statuses.iter().map(u16::to_string).collect::<Vec<_>>().join(" ");
        let any = if error.is("any_status") { " 4xx 5xx" } else { "" };
        let retryable = if error.is("retryable") { " data-r" } else { "" };
        let _ = writeln!(self.out, "<article id=\"{}\" data-s=\"{listed}{any}\"{retryable}>", Text(id));
        self.heading(id, &error.text("code"));
        self.badges(error, &statuses);
        self.note(error);
        self.title(&error.text("title"), &statuses);
        self.out.push_str(&prose::blocks(&error.text("description"), LEVEL));
        for (heading, text) in error.sections() {
            let _ = writeln!(self.out, "<h4>{}</h4>", Text(&heading));
            self.out.push_str(&prose::blocks(&text, LEVEL + 1));
        }
        self.details(error);
        self.facts(id, error);
        let example = error.example();
        let _ = writeln!(
            self.out,
            "<details><summary>Example reply</summary><pre><code>{}</code></pre></details>\n</article>",
            Text(&example)
        );
    }

    /// Writes a code that is no longer sent.
    pub(super) fn retired(&mut self, id: &str, retired: &RetiredCode) {
        let _ = writeln!(self.out, "<article id=\"{}\" data-s=\"{}\" data-x>", Text(id), retired.status);
        self.heading(id, &retired.code);
        let status = status(retired.status);
        let version = if retired.retired.is_empty() { "" } else { " in " };
        let _ = write!(self.out, "<p class=\"f\"><b>Retired{version}{}</b> ", Text(&retired.retired));
        let _ = write!(self.out, "<span>was {}</span>", Text(&status));
        if !retired.since.is_empty() {
            let _ = write!(self.out, " <span>since {}</span>", Text(&retired.since));
        }
        self.out.push_str("</p>\n");
        self.title(&retired.title, &[retired.status]);
        if !retired.replaced_by.is_empty() {
            let code = &retired.replaced_by;
            let _ = writeln!(
                self.out,
                "<p>Replaced by <a href=\"#{}\"><code>{}</code></a>.</p>",
                Fragment(code),
                Text(code)
            );
        }
        self.out.push_str(&prose::blocks(&retired.why, LEVEL));
        self.out.push_str(&prose::blocks(&retired.description, LEVEL));
        self.out.push_str("</article>\n");
    }

    fn heading(&mut self, id: &str, code: &str) {
        let _ = writeln!(self.out, "<h3><a href=\"#{}\">{}</a></h3>", Fragment(id), Text(code));
    }

    fn badges(&mut self, error: &Facts, statuses: &[u16]) {
        self.out.push_str("<p class=\"f\">");
        for code in statuses {
            let _ = write!(self.out, "<b class=\"c{}\">{}</b> ", code / 100, Text(&status(*code)));
        }
        if error.is("any_status") {
            self.out.push_str("<span>or any other 4xx and 5xx</span> ");
        }
        if let Some(http) = error.other_http_status() {
            let _ = write!(self.out, "<span>sent with HTTP {http}</span> ");
        }
        self.out.push_str(if error.is("retryable") {
            "<b class=\"r\">Retryable</b>"
        } else {
            "<span>Not retryable</span>"
        });
        for (name, label) in [("number", "Number"), ("since", "Since")] {
            let value = error.text(name);
            if !value.is_empty() {
                let _ = write!(self.out, " <span>{label} {}</span>", Text(&value));
            }
        }
        self.out.push_str("</p>\n");
    }

    fn note(&mut self, error: &Facts) {
        let Some((since, note)) = error.deprecated() else { return };
        let since = if since.is_empty() { since } else { format!(" since {since}") };
        let note = if note.is_empty() { note } else { format!(": {}", prose::fitted(&note)) };
        let _ =
            writeln!(self.out, "<div class=\"n\"><strong>Deprecated</strong>{}{note}</div>", Text(&since));
    }

    /// The title, unless the status says the same.
    fn title(&mut self, title: &str, statuses: &[u16]) {
        let is_phrase = statuses.iter().any(|code| phrase(*code) == Some(title));
        if !title.is_empty() && !is_phrase {
            let _ = writeln!(self.out, "<p class=\"t\">{}</p>", Text(title));
        }
    }

    fn details(&mut self, error: &Facts) {
        let details = error.details();
        if details.is_empty() {
            return;
        }
        self.out
            .push_str("<h4>Details</h4>\n<table><tr><th scope=\"col\">Name</th><th scope=\"col\">Type</th>");
        self.out.push_str("<th scope=\"col\">Description</th></tr>\n");
        for detail in details {
            let _ = writeln!(
                self.out,
                "<tr><th scope=\"row\"><code>{}</code></th><td><code>{}</code></td><td>{}</td></tr>",
                Text(&detail.name),
                Text(&detail.ty),
                prose::fitted(&detail.description)
            );
        }
        self.out.push_str("</table>\n");
    }

    /// What is named in a line: the message, headers, endpoints, other documentation.
    fn facts(&mut self, id: &str, error: &Facts) {
        let mut rows: Vec<(&str, Vec<String>)> = Vec::new();
        let code = |text: &str| format!("<code>{}</code>", Text(text));
        rows.push(("Message", error.list("messages").iter().map(|message| code(message)).collect()));
        let headers = error.headers().into_iter().map(|(name, value)| {
            if value.is_empty() { code(&name) } else { code(&format!("{name}: {value}")) }
        });
        rows.push(("Headers", headers.collect()));
        if error.is("violations") {
            rows.push(("Violations", vec!["The reply names each invalid part of the request.".to_owned()]));
        }
        let endpoints = self.endpoints.get(error.text("code").as_str()).cloned().unwrap_or_default();
        rows.push(("Answered by", endpoints.into_iter().map(code).collect()));
        let url = error.text("docs_url");
        if !url.is_empty() && !url.ends_with(&format!("#{}", Fragment(id))) {
            let link = format!("<a href=\"{0}\">{0}</a>", Text(&url));
            rows.push(("More", vec![if prose::is_safe(&url) { link } else { code(&url) }]));
        }
        rows.retain(|(_, values)| !values.is_empty());
        if rows.is_empty() {
            return;
        }
        self.out.push_str("<dl>");
        for (name, values) in rows {
            let _ = write!(self.out, "<div><dt>{name}</dt><dd>{}</dd></div>", values.join("</dd><dd>"));
        }
        self.out.push_str("</dl>\n");
    }
}

/// A status and its phrase.
pub(super) fn status(code: u16) -> String {
    format!("{code} {}", phrase(code).unwrap_or_default()).trim_end().to_owned()
}

fn phrase(code: u16) -> Option<&'static str> {
    (400..600).contains(&code).then(|| Entry::new(code, "").reason_phrase()).flatten()
}
