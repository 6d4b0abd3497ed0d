//! The way from a text to the bytes of the file that it was read from.
//!
//! A file in another encoding than UTF-8, a string of JSON with its escapes, a section of XML with its entities: each
//! is a text whose characters stand for other bytes. The map is a list of runs, and in a run every unit of the text
//! (a character, as a rule) takes the same number of bytes in the file.

use std::ops::Range;
use std::sync::Arc;

use super::Span;

/// Units that follow each other in the text and in the file, each of the same size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Where it begins in the text.
    text: u32,
    /// Where it begins in the file.
    file: u64,
    /// Bytes of a unit in the text; at least 1.
    text_unit: u32,
    /// Bytes of a unit in the file; 0 for text that stands nowhere in it.
    file_unit: u32,
}

/// Where each byte of a text stands in its file.
///
/// Runs cover the text without a gap. In the file they may come in any order: an article can be put together from
/// parts of an export.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileMap {
    runs: Vec<Run>,
    end: u32,
    /// If the file was itself decoded: the way on from that text.
    beneath: Option<Arc<FileMap>>,
}

impl FileMap {
    /// Appends `text` bytes of text that are the same bytes of the file, from `file` on.
    pub fn push_same(&mut self, text: u32, file: u64) {
        self.push(1, 1, text, file);
    }

    /// Appends `count` units of `text_unit` bytes, each of which stands for `file_unit` bytes of the file, from `file`
    /// on.
    pub fn push(&mut self, text_unit: u32, file_unit: u32, count: u32, file: u64) {
        if count == 0 || text_unit == 0 {
            return;
        }
        let goes_on = self.runs.last().is_some_and(|last| {
            let units = u64::from((self.end - last.text) / last.text_unit);
            let file_end = last.file + units * u64::from(last.file_unit);
            (last.text_unit, last.file_unit, file_end) == (text_unit, file_unit, file)
        });
        if !goes_on {
            self.runs.push(Run { text: self.end, file, text_unit, file_unit });
        }
        self.end += text_unit * count;
    }

    /// Appends a text with a map of its own into the same file.
    pub fn append(&mut self, other: &FileMap) {
        let by = self.end;
        self.runs.extend(other.runs.iter().map(|run| Run { text: run.text + by, ..*run }));
        self.end += other.end;
    }

    /// Whether the text is the file, byte for byte.
    pub fn is_same(&self) -> bool {
        let same = |run: &Run| run.text_unit == run.file_unit && u64::from(run.text) == run.file;
        self.beneath.is_none() && self.runs.iter().all(same)
    }

    /// How many bytes of text it covers.
    pub fn text_len(&self) -> u32 {
        self.end
    }

    /// Where the text ends in the file, as far as it is read in order.
    pub fn file_end(&self) -> u64 {
        self.end_of(self.end)
    }

    /// The same map, if the file that it leads to is itself a text with such a map.
    pub fn on(mut self, beneath: Option<Arc<FileMap>>) -> Self {
        self.beneath = beneath;
        self
    }

    /// The bytes of the file that a span of the text stands for.
    pub fn bytes(&self, span: Span) -> Range<u64> {
        let start = self.start_of(span.start);
        let end = if span.is_empty() { start } else { self.end_of(span.end).max(start) };
        let Some(beneath) = &self.beneath else { return start..end };
        let within = |at: u64| u32::try_from(at).unwrap_or(u32::MAX);
        beneath.bytes(Span::of(within(start), within(end)))
    }

    /// Where the unit that holds byte `at` of the text begins in the file.
    fn start_of(&self, at: u32) -> u64 {
        if at >= self.end {
            return self.end_of(self.end);
        }
        self.run_of(at).map_or(0, |run| run.file + run.units(at - run.text))
    }

    /// Where the unit before byte `at` of the text ends in the file.
    fn end_of(&self, at: u32) -> u64 {
        let Some(last) = at.min(self.end).checked_sub(1) else {
            return self.runs.first().map_or(0, |run| run.file);
        };
        let after = |run: &Run| run.file + run.units(last - run.text) + u64::from(run.file_unit);
        self.run_of(last).map_or(0, after)
    }

    fn run_of(&self, at: u32) -> Option<&Run> {
        self.runs[..self.runs.partition_point(|run| run.text <= at)].last()
    }
}

impl Run {
    /// The bytes of the file that the whole units in `text` bytes of the run take.
    fn units(&self, text: u32) -> u64 {
        u64::from(text / self.text_unit) * u64::from(self.file_unit)
    }
}
