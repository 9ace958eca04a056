//! Rows of text that fit a terminal: a line each, however narrow it is.

use anstyle::Style;

use crate::terminal::{Styled, cut, visible, width};

/// A cell and its style.
pub struct Cell {
    style: Style,
    text: String,
}

impl Cell {
    pub fn new(style: Style, text: impl AsRef<str>) -> Self {
        // A cell is a part of one line.
        let text = text.as_ref().split_whitespace().collect::<Vec<_>>().join(" ");
        Self { style, text: visible(&text) }
    }
}

const GAP: usize = 2;
/// A last column that would be narrower is omitted.
const NARROWEST: usize = 16;

/// Writes rows of equally many cells, the most important ones first. Columns without text are omitted.
pub fn write(rows: &[Vec<Cell>], columns: Option<usize>, out: &mut Styled) {
    let count = rows.first().map_or(0, Vec::len);
    let widest = |column: usize| rows.iter().map(|row| width(&row[column].text)).max().unwrap_or_default();
    let natural: Vec<usize> = (0..count).map(widest).collect();
    let widths = fit(&natural, columns);
    for row in rows {
        // The spaces before the next cell, which a line does not end with.
        let mut gap = 0;
        for (cell, columns) in row.iter().zip(&widths).filter(|(_, columns)| **columns > 0) {
            let text = cut(&cell.text, *columns);
            if !text.is_empty() {
                out.text(&" ".repeat(gap));
                out.push(cell.style, &text);
                gap = 0;
            }
            gap += columns - width(&text) + GAP;
        }
        out.end_line();
    }
}

/// The width of each column; 0 if it is omitted. The last one is cut, or omitted if little of it would be left.
fn fit(natural: &[usize], columns: Option<usize>) -> Vec<usize> {
    let mut widths = natural.to_vec();
    let Some(columns) = columns else { return widths };
    while let Some(last) = widths.iter().rposition(|width| *width > 0) {
        let before: usize = widths[..last].iter().filter(|width| **width > 0).map(|width| width + GAP).sum();
        let room = columns.saturating_sub(before);
        let is_alone = widths[..last].iter().filter(|width| **width > 0).count() < 2;
        if room >= widths[last].min(NARROWEST) || is_alone {
            widths[last] = widths[last].min(room.max(1));
            break;
        }
        widths[last] = 0;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn columns_are_cut_and_then_omitted() {
        assert_eq!(fit(&[3, 20, 30, 90], None), [3, 20, 30, 90]);
        assert_eq!(fit(&[3, 20, 30, 90], Some(80)), [3, 20, 30, 21]);
        assert_eq!(fit(&[3, 20, 30, 90], Some(70)), [3, 20, 30, 0]);
        assert_eq!(fit(&[3, 20, 30, 90], Some(45)), [3, 20, 18, 0]);
        assert_eq!(fit(&[3, 50, 30, 90], Some(40)), [3, 35, 0, 0]);
        assert_eq!(fit(&[3, 50, 30, 90], Some(2)), [3, 1, 0, 0]);
        assert_eq!(fit(&[], Some(40)), [0; 0]);
    }
}
