//! Checks that links between own pages, and the addresses of errors below them, lead somewhere.

mod page;

use std::collections::{BTreeMap, HashSet};

use errbook::__private::nearest;
use percent_encoding::percent_decode_str;

use self::page::Page;
use super::Docs;
use super::file::Root;
use crate::error::{Error, ErrorKind};
use crate::format::Format;

/// The names of a folder's own page.
const INDEX: [&str; 2] = ["index", "README"];

/// The pages of a set, by their paths.
#[derive(Debug, Default)]
pub(super) struct Pages {
    pages: BTreeMap<String, Page>,
}

impl Pages {
    /// Adds a page with its new content.
    pub(super) fn add(&mut self, path: &str, format: Option<Format>, content: &str) {
        if let (Some(path), Some(format)) = (resolve("", path), format) {
            self.pages.insert(path, Page::read(format, content));
        }
    }

    /// The dead links of all pages, and the dead addresses of errors.
    pub(super) fn check(&self, docs: &Docs<'_>, root: &Root) -> Vec<Error> {
        let mut errors = Vec::new();
        for (path, page) in &self.pages {
            for (line, link) in &page.links {
                let dead = self.dead(root, path, link).map(|dead| format!("link `{link}` {dead}"));
                errors
                    .extend(dead.map(|dead| Error::new(ErrorKind::Link, &dead).in_file(path).on_line(*line)));
            }
        }
        let entries = docs.book.documented_entries();
        // Errors that share a code may share its address.
        let mut known = HashSet::new();
        let addresses = entries.filter_map(|entry| Some((entry.code(), entry.docs_url()?)));
        for (code, address) in addresses.filter(|address| known.insert(*address)) {
            if let Some(dead) = self.dead_below(&docs.published, address) {
                let message = format!("the address of code `{code}`, `{address}`, {dead}");
                errors.push(Error::new(ErrorKind::Link, &message));
            }
        }
        errors
    }

    /// That an address below the published folders leads nowhere, if that is so.
    fn dead_below<'a>(&self, published: &'a [(String, String)], address: &'a str) -> Option<String> {
        let below = |(url, folder): &'a (String, String)| {
            let rest = address.strip_prefix(url.trim_end_matches('/'))?;
            (rest.is_empty() || rest.starts_with(['/', '#', '?'])).then_some((folder, rest))
        };
        // The longest address says most.
        let (folder, rest) = published.iter().filter_map(below).min_by_key(|(_, rest)| rest.len())?;
        let (path, fragment) = parts(rest);
        let path = resolve(folder, &path)?;
        match self.page(&path) {
            None => Some(self.no_page(&path)),
            Some((name, page)) => page.no_anchor(name, &fragment),
        }
    }

    /// That a link on a page leads nowhere, if that is so.
    fn dead(&self, root: &Root, from: &str, address: &str) -> Option<String> {
        let (path, fragment) = parts(address);
        // Other sites, and addresses below the root of this one. The fragment may have a `:` too (RFC 3986 §4.2).
        let has_scheme = address.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
        if has_scheme || path.starts_with('/') {
            return None;
        }
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let target = if path.is_empty() { from.to_owned() } else { resolve(folder, &path)? };
        match self.page(&target) {
            // GitHub shows the source of such a page, whose anchors are its lines.
            Some(_) if address.contains("?plain=1") => None,
            Some((name, page)) => page.no_anchor(name, &fragment),
            // An address without an extension may be one that a site generator makes.
            None if Format::from_path(target.as_ref()).is_none() => None,
            None => {
                let is_missing = root.file(&target).is_ok_and(|file| !file.exists());
                is_missing.then(|| self.no_page(&target))
            }
        }
    }

    /// The page at a path, whose extension may be missing or that of HTML.
    fn page(&self, path: &str) -> Option<(&str, &Page)> {
        let stem = path.strip_suffix(".html").unwrap_or(path).trim_end_matches('/');
        let folder = if stem.is_empty() { String::new() } else { format!("{stem}/") };
        let exact = self.pages.get_key_value(path);
        let found = exact.or_else(|| {
            let extensions = ["md", "mdx", "html", "adoc", "rst", "markdown"];
            let mut paths = extensions.into_iter().flat_map(|extension| {
                let indices = INDEX.map(|index| format!("{folder}{index}.{extension}"));
                [format!("{stem}.{extension}")].into_iter().chain(indices)
            });
            paths.find_map(|path| self.pages.get_key_value(&path))
        });
        found.map(|(path, page)| (path.as_str(), page))
    }

    fn no_page(&self, target: &str) -> String {
        let paths: Vec<&str> = self.pages.keys().map(String::as_str).collect();
        nowhere("page", near(target, &paths))
    }
}

impl Page {
    /// That the page has no such anchor. If it may have others, it is certain only where one has the same letters.
    fn no_anchor(&self, name: &str, fragment: &str) -> Option<String> {
        if matches!(fragment, "" | "top") || self.anchors.contains(fragment) {
            return None;
        }
        let anchors: Vec<&str> =
            self.anchors.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
        let nearest = near(fragment, &anchors);
        let is_certain =
            !self.is_unclear || nearest.as_deref().is_some_and(|near| letters(near) == letters(fragment));
        let nearest = nearest.map(|anchor| format!("#{anchor}"));
        is_certain.then(|| nowhere(&format!("anchor of `{name}`"), nearest))
    }
}

fn nowhere(place: &str, nearest: Option<String>) -> String {
    let nearest = nearest.map(|nearest| format!(", did you mean `{nearest}`?"));
    format!("leads to no {place}{}", nearest.unwrap_or_default())
}

/// The most names that are compared letter by letter.
const MOST_COMPARED: usize = 2_000;

/// The nearest name: one with the same letters and digits, or a similar one.
fn near(name: &str, known: &[&str]) -> Option<String> {
    let wanted = letters(name);
    let same = known.iter().find(|known| letters(known) == wanted).copied();
    let compared = known.get(..known.len().min(MOST_COMPARED)).unwrap_or_default();
    same.or_else(|| nearest(name, compared.iter().copied())).map(str::to_owned)
}

fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

/// A path relative to a folder, without `.` and `..`; nothing if it leaves the root.
fn resolve(folder: &str, path: &str) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for name in folder.split('/').chain(path.split('/')) {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()?),
            _ => names.push(name),
        }
    }
    Some(names.join("/"))
}

/// The path and the fragment of an address, without percent-encoding.
fn parts(address: &str) -> (String, String) {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let decoded = |text| percent_decode_str(text).decode_utf8_lossy().into_owned();
    (decoded(path.split('?').next().unwrap_or_default()), decoded(fragment))
}
