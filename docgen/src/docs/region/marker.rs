//! What a comment says: the beginning of a region, its end, something that is nearly one of these, or nothing of ours.
//!
//! `options.rs` reads what follows these words.

use crate::suggest::nearest;

/// A word of ours at the beginning of a comment.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Marker<'t> {
    /// `errbook:begin`, and what follows it.
    Begin(&'t str),
    /// `errbook:end`, and what follows it.
    End(&'t str),
    /// Something else, and what was meant if that is clear.
    Misspelt { found: String, meant: Option<Word> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Begin,
    End,
}

/// What people write for a word.
const BEGINS: [&str; 4] = ["begin", "start", "open", "region"];
const ENDS: [&str; 5] = ["end", "stop", "close", "finish", "endregion"];

/// The marker that a comment is, if it is one.
pub(super) fn marker(text: &str) -> Option<Marker<'_>> {
    let text = text.trim_start();
    let word = text.split_whitespace().next()?;
    let rest = text.get(word.len()..).unwrap_or_default();
    match word {
        "errbook:begin" => Some(Marker::Begin(rest)),
        "errbook:end" => Some(Marker::End(rest)),
        _ => misspelt(text),
    }
}

/// A comment that begins with our name and may go on in prose, `errbook: these tables are made`, is no marker.
fn misspelt(text: &str) -> Option<Marker<'_>> {
    let head = text.trim_start_matches(['/', '-']);
    let behind = head.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let name = head.get(..head.len() - behind.len()).unwrap_or_default().to_ascii_lowercase();
    // Books of other kinds are near as well: an `ebook` is no misspelling.
    nearest(&name, &["errbook"]).filter(|ours| name.len() + 1 >= ours.len())?;
    let tail = behind.trim_start_matches([' ', ':', '-', '_', '/', '.']);
    let parting = behind.get(..behind.len() - tail.len()).unwrap_or_default();
    let verb: String = tail.chars().take_while(char::is_ascii_alphabetic).collect();
    let meant = meant(&verb.to_ascii_lowercase());
    let is_tight = name == "errbook" && parting.contains(':') && !parting.contains(' ');
    if meant.is_none() && !is_tight {
        return None;
    }
    let behind = tail.get(verb.len()..).unwrap_or_default();
    let glued = behind.find(char::is_whitespace).unwrap_or(behind.len());
    let length = text.len() - behind.len() + glued;
    let found = text.get(..length).unwrap_or_default().trim_end().to_owned();
    Some(Marker::Misspelt { found, meant })
}

fn meant(verb: &str) -> Option<Word> {
    if nearest(verb, &BEGINS).is_some() {
        return Some(Word::Begin);
    }
    nearest(verb, &ENDS).map(|_| Word::End)
}
