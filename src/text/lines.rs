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

/// The starts of the lines of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineIndex {
    /// Byte offset of each line's first byte; never empty, sorted.
    starts: Vec<u32>,
}

impl LineIndex {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&i| bytes[i] == b'\n' || bytes.get(i + 1) != Some(&b'\n'));
        starts.extend(ends.map(|i| i as u32 + 1));
        Self { starts }
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
        let mut end = (offset as usize).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[start.min(end)..end];
        // A byte-order mark is nothing that stands in a line.
        let before = if start == 0 { before.strip_prefix('\u{FEFF}').unwrap_or(before) } else { before };
        LineColumn {
            line: line + 1,
            column: before.chars().count() + 1,
            byte_column: before.len() + 1,
            utf16_column: before.encode_utf16().count() + 1,
        }
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
