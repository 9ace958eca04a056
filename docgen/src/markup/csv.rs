//! CSV (RFC 4180), which knows no markup: everything becomes text. `table/csv.rs` quotes it.

use super::{Piece, source};

pub(super) fn assemble(pieces: &[Piece<'_>]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Author(text) | Piece::Text(text) | Piece::Code(text) => out.push_str(text),
            Piece::Markdown(source) => out.push_str(&source::plain(source)),
        }
    }
    out
}
