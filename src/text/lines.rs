//! Lines and columns, made from byte offsets only when a person or an editor is to read them.

use super::Span;

/// A place as people and editors name it. All counts start at 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1. `\n`, `\r\n` and a lone `\r` each end a line.
    pub line: usize,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: usize,
    /// Column in bytes of UTF-8, from 1.
    pub byte_column: usize,
    /// Column in UTF-16 code units, from 1, as LSP counts (there from 0).
    pub utf16_column: usize,
}

/// In a line that is longer, in bytes, columns are counted from a mark near by: an article may be one line.
const STEP: usize = 1024;

/// How much of a line stands before a place in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Mark {
    at: u32,
    characters: u32,
    /// Code units of UTF-16.
    units: u32,
}

impl Mark {
    /// The mark at `end` of the text, further on in the same line.
    fn further(self, end: usize, text: &str) -> Self {
        let between = &text[self.at as usize..end];
        let characters = between.chars().count() as u32;
        // Only what takes four bytes takes two units.
        let pairs = between.bytes().filter(|&b| b >= 0xF0).count() as u32;
        Self {
            at: end as u32,
            characters: self.characters + characters,
            units: self.units + characters + pairs,
        }
    }
}

/// The starts of the lines of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineIndex {
    /// Byte offset of each line's first byte; never empty, sorted.
    starts: Vec<u32>,
    /// Marks in the long lines, sorted.
    marks: Vec<Mark>,
}

impl LineIndex {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut index = Self { starts: vec![0], marks: Vec::new() };
        let mut start = 0;
        for i in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[i] == b'\n' || bytes.get(i + 1) != Some(&b'\n') {
                index.mark(start, i, text);
                start = i + 1;
                index.starts.push(start as u32);
            }
        }
        index.mark(start, bytes.len(), text);
        index
    }

    /// Sets marks in the line from `start` to `end`, if it is long.
    fn mark(&mut self, start: usize, end: usize, text: &str) {
        let mut mark = Mark { at: start as u32, ..Mark::default() };
        for at in (start + STEP..end).step_by(STEP) {
            mark = mark.further(floor(at, text), text);
            self.marks.push(mark);
        }
    }

    /// How many lines there are; a final line break opens an empty last line.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The number, from 0, of the line that holds byte `offset`.
    pub fn line_of(&self, offset: u32) -> usize {
        self.starts.partition_point(|&s| s <= offset).saturating_sub(1)
    }

    /// The bytes of line `line` (from 0), its line break included.
    pub fn line_span(&self, line: usize, text: &str) -> Span {
        let start = self.starts.get(line).copied().unwrap_or(text.len() as u32);
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len() as u32);
        Span::of(start, end)
    }

    /// Line and columns of byte `offset` of `text`, which must be the text the index was made from.
    /// An offset inside a character counts as that character's start.
    pub fn line_column(&self, offset: u32, text: &str) -> LineColumn {
        let line = self.line_of(offset);
        let start = self.starts[line] as usize;
        let end = floor((offset as usize).min(text.len()), text);
        // A byte-order mark is nothing that stands in a line.
        let hidden = start == 0 && text[..end].starts_with('\u{FEFF}');
        let (hidden, first) = if hidden { (1, '\u{FEFF}'.len_utf8()) } else { (0, 0) };
        let before = self.nearest(start.min(end), end).further(end, text);
        LineColumn {
            line: line + 1,
            column: before.characters as usize - hidden + 1,
            byte_column: end - start.min(end) - first + 1,
            utf16_column: before.units as usize - hidden + 1,
        }
    }

    /// The last mark up to `end` in the line that begins at `start`; that may be its beginning.
    fn nearest(&self, start: usize, end: usize) -> Mark {
        let up_to = self.marks.partition_point(|mark| mark.at as usize <= end);
        let last = up_to.checked_sub(1).map(|i| self.marks[i]).filter(|mark| mark.at as usize > start);
        last.unwrap_or(Mark { at: start as u32, ..Mark::default() })
    }

    /// The byte offset of a line and a UTF-16 column, both from 0 as LSP counts; a column past the end of the
    /// line is its end.
    pub fn offset_of_utf16(&self, line: usize, column: usize, text: &str) -> u32 {
        let span = self.line_span(line, text);
        let line = span.slice(text).trim_end_matches(['\r', '\n']);
        // A byte-order mark has no column, here as in `line_column`.
        let content = if span.start == 0 { line.strip_prefix('\u{FEFF}').unwrap_or(line) } else { line };
        let start = span.start + (line.len() - content.len()) as u32;
        let mut units = 0;
        for (i, c) in content.char_indices() {
            if units >= column {
                return start + i as u32;
            }
            units += c.len_utf16();
        }
        start + content.len() as u32
    }
}

/// The last border of characters of `text` up to `at`.
fn floor(mut at: usize, text: &str) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
