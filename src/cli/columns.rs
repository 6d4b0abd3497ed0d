//! Tables of words for a terminal.

use unicode_width::UnicodeWidthStr;

/// The head of a column, and on which side its words stand.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    head: &'static str,
    right: bool,
}

impl Column {
    /// A column of words.
    pub fn left(head: &'static str) -> Self {
        Self { head, right: false }
    }

    /// A column of numbers.
    pub fn right(head: &'static str) -> Self {
        Self { head, right: true }
    }
}

/// The rows under their heads, two spaces apart; no spaces at the ends of lines.
pub fn table(columns: &[Column], rows: &[Vec<String>]) -> String {
    let width = |i: usize, column: &Column| {
        let cells = rows.iter().map(|row| row[i].width()).max().unwrap_or_default();
        cells.max(column.head.width())
    };
    let widths: Vec<usize> = columns.iter().enumerate().map(|(i, c)| width(i, c)).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let mut line = String::new();
        for ((cell, column), width) in cells.zip(columns).zip(&widths) {
            let gap = " ".repeat(width.saturating_sub(cell.width()));
            let (before, after) = if column.right { (&*gap, "") } else { ("", &*gap) };
            line.push_str(&format!("{before}{cell}{after}  "));
        }
        format!("{}\n", line.trim_end())
    };
    let head = line(&mut columns.iter().map(|c| c.head));
    let body: String = rows.iter().map(|row| line(&mut row.iter().map(String::as_str))).collect();
    head + &body
}
