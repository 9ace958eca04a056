//! What documents say, as real parsers of their formats read them.
//!
//! A document is told as an outline: `p⟦a em⟦b⟧⟧`. Spaces at the ends of a block, or of what is emphasized, are left out.

pub mod comrak;
pub mod html;
pub mod letters;
pub mod mdx;
pub mod process;
pub mod pulldown;
pub mod texts;
pub mod tool;
pub mod uri;
pub mod visible;

/// An outline while it is written.
#[derive(Default)]
pub struct Outline(String);

impl Outline {
    pub fn open(&mut self, name: &str) {
        self.0.push_str(name);
        self.0.push('⟦');
    }

    pub fn close(&mut self) {
        self.0.push('⟧');
    }

    pub fn text(&mut self, text: &str) {
        self.0.push_str(text);
    }

    pub fn finish(self) -> String {
        normal(&self.0)
    }
}

const BLOCKS: [&str; 6] = ["ul", "ol", "pre", "table", "quote", "html"];

/// Empty paragraphs are left out, and tight lists are like others.
pub fn normal(outline: &str) -> String {
    let mut out = String::new();
    for c in outline.chars() {
        match c {
            ' ' | '\t' | '\n' if out.ends_with('⟦') => {}
            '⟦' if BLOCKS.iter().any(|block| out.ends_with(block)) => {
                let block = BLOCKS.iter().find(|block| out.ends_with(**block)).map_or(0, |block| block.len());
                let name = out.split_off(out.len() - block);
                out.truncate(out.trim_end_matches([' ', '\t', '\n']).len());
                out.push_str(&name);
                out.push(c);
            }
            '⟧' => {
                out.truncate(out.trim_end_matches([' ', '\t', '\n']).len());
                out.push('⟧');
                for empty in ["p⟦⟧", "em⟦⟧", "strong⟦⟧", "del⟦⟧", "code⟦⟧"] {
                    if out.ends_with(empty) {
                        out.truncate(out.len() - empty.len());
                    }
                }
            }
            _ => out.push(c),
        }
    }
    out
}
