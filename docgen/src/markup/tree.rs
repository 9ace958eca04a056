//! The Markdown of doc comments as a tree, for formats whose markup is another: `AsciiDoc` and reStructuredText.
//!
//! Links to items are their text here, and what a format has no markup for (strikethrough, footnotes, HTML) is text.

mod build;

/// A block.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(Vec<Inline>),
    Heading(Vec<Inline>),
    Code {
        /// The word behind the fence, if it is the name of a language.
        language: String,
        text: String,
    },
    Quote(Vec<Block>),
    List {
        /// The first number, of a list that counts.
        first: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    /// Rows of cells; the first row are the headers.
    Table(Vec<Vec<Vec<Inline>>>),
    Rule,
}

/// A part of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Inline {
    /// Without line breaks.
    Text(String),
    Code(String),
    Break,
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Link {
        address: String,
        content: Vec<Inline>,
    },
    Image {
        address: String,
        alt: String,
    },
}

/// The blocks of a text.
pub(super) fn parse(source: &str) -> Vec<Block> {
    build::Builder::build(source)
}

/// The text of inline markup.
pub(super) fn plain(inlines: &[Inline]) -> String {
    let plain = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.clone(),
        Inline::Break => " ".to_owned(),
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => plain(content),
        Inline::Image { alt, .. } => alt.clone(),
    };
    inlines.iter().map(plain).collect()
}

/// All that blocks say as lines of inline markup, where there is no room for blocks.
pub(super) fn lines(blocks: Vec<Block>) -> Vec<Vec<Inline>> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading(content) => lines.push(content),
            Block::Code { text, .. } => {
                lines.extend(text.lines().map(|line| vec![Inline::Code(line.to_owned())]));
            }
            Block::Quote(blocks) => lines.extend(self::lines(blocks)),
            Block::List { first, items } => {
                let mut counter = [first];
                for item in items {
                    let mut marker = Some(super::source::marker(&mut counter));
                    for mut line in self::lines(item) {
                        line.splice(0..0, marker.take().map(Inline::Text));
                        lines.push(line);
                    }
                }
            }
            Block::Table(rows) => {
                lines.extend(rows.into_iter().map(|cells| cells.join(&Inline::Text(" ".to_owned()))));
            }
            Block::Rule => {}
        }
    }
    lines
}
