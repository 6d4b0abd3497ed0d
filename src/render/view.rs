//! What is shown of one text: soft lines that fit the page, and where each marked place is in them.
//!
//! codespan-reporting prints lines whole and as they are. It is given a [`View`] instead: windows on the text,
//! wrapped, with pictures for what must not reach a terminal. Lines and columns are those of the text.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::visible::{is_emoji_variation, lacks_a_base, picture, visible};
use super::window::{self, Place, TAB, columns};
use crate::source::Source;
use crate::text::Span;

/// What is shown of one text.
pub(super) struct View {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) rows: Vec<Row>,
    /// Where each place is shown, as bytes of `text`.
    shown: BTreeMap<Span, Range<usize>>,
    /// The true columns of the places, by where they begin in `text`.
    pub(super) columns: BTreeMap<usize, usize>,
}

/// One soft line.
pub(super) struct Row {
    /// Its number among soft lines, from 0; where text is left out, numbers are left out.
    pub(super) index: usize,
    /// Its bytes of the view.
    pub(super) range: Range<usize>,
    /// The number, from 1, of the line of the text that it is a part of.
    pub(super) line: usize,
}

/// One character of the text, as it is shown.
struct Cell {
    /// Where it is in the text.
    at: u32,
    shown: Shown,
}

enum Shown {
    Char(char),
    Picture(String),
    Tab,
    /// A line break, or something that is better not shown at all.
    Nothing,
}

/// Where a cell went.
struct Written {
    at: u32,
    range: Range<usize>,
    width: usize,
}

impl View {
    /// A view of `places` of a text, at most `width` columns wide. Of two places that begin together, the column
    /// of the first counts.
    pub(super) fn new(name: &str, source: &Source, places: &[Place], width: usize) -> Self {
        let (shown, columns) = (BTreeMap::new(), BTreeMap::new());
        let name = visible(name).into_owned();
        let mut view = Self { name, text: String::new(), rows: Vec::new(), shown, columns };
        let windows = window::windows(source, places, width);
        let places: Vec<Span> = places.iter().map(|place| place.span).collect();
        for window in windows {
            let written = view.write(source, window, &places, width);
            for &place in places.iter().filter(|&&p| window.contains(p)) {
                let range = find(place, &written, view.text.len() - 1);
                view.columns.entry(range.start).or_insert(source.line_column(place.start).column);
                view.shown.insert(place, range);
            }
        }
        view
    }

    /// Where a place is shown; it must be one of those that the view was made for.
    pub(super) fn shown(&self, place: Span) -> Range<usize> {
        self.shown.get(&place).cloned().unwrap_or(0..0)
    }

    /// Writes a window row by row and says where its characters went.
    fn write(&mut self, source: &Source, window: Span, places: &[Span], width: usize) -> Vec<Written> {
        let cells = cells(source, window);
        let at = |cell: usize| cells.get(cell).map_or(window.end, |c| c.at);
        let is_cut = |at: u32| window::content(source, at).start < at;
        let rows = wrap(source, &cells, places, width, 2 * usize::from(is_cut(window.start)));
        let rows = in_sight(rows, places, at);
        let gap = self.rows.last().map_or(0, |row| row.index + 3);
        let mut written = Vec::with_capacity(cells.len());
        for (i, row) in rows.iter().enumerate() {
            let start = self.text.len();
            if i == 0 && is_cut(at(row.start)) {
                self.text.push_str("… ");
            }
            let mut column = columns(&self.text[start..]);
            for cell in &cells[row.clone()] {
                let from = self.text.len();
                let width = self.push(&cell.shown, column);
                column += width;
                written.push(Written { at: cell.at, range: from..self.text.len(), width });
            }
            if i + 1 == rows.len()
                && at(row.end) < window::content(source, at(row.end)).end
                && is_cut(at(row.end))
            {
                self.text.push_str(if self.text.ends_with(' ') { "…" } else { " …" });
            }
            let (index, line) = (gap + i, source.lines().line_of(at(row.start)) + 1);
            self.rows.push(Row { index, range: start..self.text.len(), line });
            self.text.push('\n');
        }
        written
    }

    /// Writes one character and says how many columns it takes.
    fn push(&mut self, shown: &Shown, column: usize) -> usize {
        match shown {
            Shown::Char(c) => {
                let width = c.width().unwrap_or(0);
                if lacks_a_base(self.text.chars().next_back(), *c) {
                    self.text.push('◌');
                    self.text.push(*c);
                    return 1;
                }
                self.text.push(*c);
                width
            }
            Shown::Picture(picture) => {
                self.text.push_str(picture);
                picture.chars().count()
            }
            Shown::Tab => {
                let width = TAB - column % TAB;
                self.text.extend(std::iter::repeat_n(' ', width));
                width
            }
            Shown::Nothing => 0,
        }
    }
}

/// The characters of a window. A byte-order mark at the start of the text is not shown, and neither is the sign
/// that makes a symbol an emoji, about whose width terminals disagree.
fn cells(source: &Source, window: Span) -> Vec<Cell> {
    let mut before = None;
    let cell = |(i, c): (usize, char)| {
        let at = window.start + i as u32;
        let shown = match c {
            '\t' => Shown::Tab,
            '\n' => Shown::Nothing,
            '\r' if source.text()[at as usize + 1..].starts_with('\n') => Shown::Nothing,
            '\u{FEFF}' if at == 0 => Shown::Nothing,
            _ if is_emoji_variation(before, c) => Shown::Nothing,
            _ => picture(c).map_or(Shown::Char(c), Shown::Picture),
        };
        before = Some(c);
        Cell { at, shown }
    };
    source.slice(window).char_indices().map(cell).collect()
}

/// Parts cells into rows at line breaks, and where a row grows too long at spaces; at least one row. A place that
/// fits in a row is not cut. The first row begins at `column`.
fn wrap(
    source: &Source,
    cells: &[Cell],
    places: &[Span],
    width: usize,
    mut column: usize,
) -> Vec<Range<usize>> {
    let whole = |at: u32| {
        !places
            .iter()
            .any(|p| p.start < at && at < p.end && p.len() <= 4 * width && columns(source.slice(*p)) < width)
    };
    let (mut rows, mut start, mut i) = (Vec::new(), 0, 0);
    while i < cells.len() {
        let new_line = i > start && window::content(source, cells[i].at).start == cells[i].at;
        let wide = cell_width(&cells[i].shown);
        if new_line || (column + wide > width && wide > 0) {
            let spaces = (start + 1..=i).rev().filter(|&k| matches!(cells[k - 1].shown, Shown::Char(' ')));
            let cut = if new_line { i } else { spaces.clone().find(|&k| whole(cells[k].at)).unwrap_or(i) };
            if cut > start {
                rows.push(start..cut);
                (start, column) = (cut, 0);
                i = cut;
                continue;
            }
        }
        column += wide;
        i += 1;
    }
    rows.push(start..cells.len());
    rows
}

/// The rows without those before the first place and after the last one.
fn in_sight(mut rows: Vec<Range<usize>>, places: &[Span], at: impl Fn(usize) -> u32) -> Vec<Range<usize>> {
    while let [.., last] = &*rows
        && rows.len() > 1
        && places
            .iter()
            .all(|p| p.start < at(last.start) && p.end <= at(last.start) || p.start >= at(last.end))
    {
        rows.pop();
    }
    let before = rows.windows(2).take_while(|two| {
        let next = at(two[1].start);
        places.iter().all(|p| p.start >= next || p.end < at(two[0].start))
    });
    let before = before.count();
    rows.drain(..before);
    rows
}

fn cell_width(shown: &Shown) -> usize {
    match shown {
        Shown::Char(c) => c.width().unwrap_or(0),
        Shown::Picture(picture) => picture.chars().count(),
        Shown::Tab => TAB,
        Shown::Nothing => 0,
    }
}

/// Where a place went: from before its first character to after its last. What takes no room on the page (a
/// combining mark) is shown with the character that it stands on. `end` is the end of the last row.
fn find(place: Span, written: &[Written], end: usize) -> Range<usize> {
    let mut first = written.partition_point(|w| w.at < place.start);
    let last = written.partition_point(|w| w.at < place.end);
    let start = written.get(first).map_or(end, |w| w.range.start);
    if first >= last {
        return start..start;
    }
    let stop = written[last - 1].range.end;
    let mut from = start;
    while start < stop && written[first..last].iter().all(|w| w.width == 0) && first > 0 {
        first -= 1;
        from = written[first].range.start;
    }
    from..stop.max(from)
}
