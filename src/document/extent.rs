//! What must go with a block so that it is gone without a trace: its lines, its markers, the blank lines that
//! parted it from its neighbours, and nothing else.

use super::model::Document;
use crate::source::Format;
use crate::text::Span;

impl Document<'_> {
    /// The bytes of the source that must go so that blocks `first..=last` are gone without a trace: see [`removal`].
    pub fn blocks_extent(&self, first: usize, last: usize) -> Span {
        let (Some(a), Some(b)) = (self.blocks().get(first), self.blocks().get(last)) else {
            return Span::default();
        };
        removal(self.source().text(), a.source.cover(b.source), self.source().format())
    }
}

/// The bytes of `text` that must go so that the block at `block` leaves no trace.
///
/// A block that has its lines to itself goes with its list marker or quotation marks and with one of the two runs
/// of blank lines around it. The larger run stays, so that its neighbours do not flow together: after the last
/// item of a list the blank line is kept. A block that shares a line (a table cell, an element of HTML) goes by
/// itself. A byte-order mark and the article's last line break stay. Where no blank line parts the neighbours and
/// `format` would make one paragraph of them, a line is left blank.
pub fn removal(text: &str, block: Span, format: Format) -> Span {
    let first = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let start = (block.start as usize).max(first).min(text.len());
    let end = start + block.slice(text).get(start - block.start as usize..).unwrap_or("").trim_end().len();
    let line = line_start(text, start).max(first);
    let rest = line_end(text, end);
    // The marks may stand before the block or be its first part.
    let (marks, content) = Marks::of(&text[line..rest]);
    if start > line + content || !text[end..rest].trim().is_empty() {
        return Span::new(start, end);
    }
    let quoted = marks == Marks::Quoted;
    let before = Gap::before(text, line, first, quoted);
    let after = Gap::after(text, past_break(text, rest), quoted);
    if let Some(next) = item_goes_on(text, marks, &text[line..line + content], after.span.end as usize) {
        return Span::new(line + content, next);
    }
    let (top, bottom) = (before.span.start as usize, after.span.end as usize);
    match (top > first, bottom < text.len()) {
        (false, false) => Span::new(first, text.len()),
        (false, true) => Span::new(line, bottom),
        (true, false) if text.ends_with(['\n', '\r']) => Span::new(top, text.len()),
        (true, false) => Span::new(text[..top].trim_end_matches(['\n', '\r']).len(), text.len()),
        (true, true) if after.size > before.size => Span::new(top, after.span.start as usize),
        (true, true) if before.size.1 == 0 && flow_together(text, marks, (top, bottom), format) => {
            Span::new(line, rest)
        }
        (true, true) => Span::new(line, bottom),
    }
}

/// Whether the lines that end and begin at `ends` would be read as one when nothing parts them any more.
fn flow_together(text: &str, marks: Marks, ends: (usize, usize), format: Format) -> bool {
    let above = text[..ends.0].trim_end_matches(['\n', '\r']);
    let above = &above[line_start(above, above.len())..];
    let below = &text[ends.1..line_end(text, ends.1)];
    // A blank line would end a block of HTML, and what is indented behind it would become code.
    if format == Format::Markdown && [above, below].iter().any(|line| line.trim_start().starts_with('<')) {
        return false;
    }
    let joins =
        Marks::of(below).0 != Marks::Item || !(Marks::of(above).0 == Marks::Item || interrupts(below));
    let quotes = Marks::of(above).0 == Marks::Quoted && Marks::of(below).0 == Marks::Quoted;
    marks != Marks::Quoted && (quotes || (format == Format::Markdown && joins))
}

/// Whether an item of a list may follow a paragraph without a blank line: one with a number must be the first.
fn interrupts(item: &str) -> bool {
    let number = item.trim_start().split(['.', ')']).next().unwrap_or_default();
    !number.starts_with(|c: char| c.is_ascii_digit()) || number.trim_start_matches('0') == "1"
}

/// What a block's first line begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    /// White space, or nothing.
    None,
    /// Marks of a quotation set as a block.
    Quoted,
    /// The marker of a list item.
    Item,
}

impl Marks {
    /// The marks that a line begins with, and how many bytes they take with the white space after them.
    fn of(line: &str) -> (Self, usize) {
        let inner = line.trim_start_matches([' ', '\t', '>']);
        let lead = line.len() - inner.len();
        let item = item_marker(inner);
        let marks = match (line[..lead].contains('>'), item > 0) {
            (true, _) => Self::Quoted,
            (false, true) => Self::Item,
            (false, false) => Self::None,
        };
        (marks, lead + item)
    }
}

/// How many bytes `-`, `*`, `+`, `3.` or `3)` and a box to tick take at the start of `text`, with the white space
/// after them; 0 if there is no marker.
fn item_marker(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let marker = match text.as_bytes().get(digits) {
        Some(b'-' | b'*' | b'+') if digits == 0 => 1,
        Some(b'.' | b')') if (1..=9).contains(&digits) => digits + 1,
        _ => return 0,
    };
    let rest = text[marker..].trim_start_matches([' ', '\t']);
    if rest.len() == text.len() - marker {
        return 0;
    }
    let tick = ["[ ]", "[x]", "[X]"].iter().find_map(|tick| rest.strip_prefix(tick));
    let ticked = tick.filter(|after| after.starts_with([' ', '\t']));
    text.len() - ticked.map_or(rest, |after| after.trim_start_matches([' ', '\t'])).len()
}

/// Where the next part of the same list item begins: it moves up to the marker, which must not stand alone. A list
/// in the list stays where it is, unless that makes it code.
fn item_goes_on(text: &str, marks: Marks, prefix: &str, next: usize) -> Option<usize> {
    if marks != Marks::Item {
        return None;
    }
    // Text belongs to an item if it stands at least as far in as the item's own text, a box to tick aside.
    let margin = prefix.len() - prefix.trim_start().len();
    let own = prefix[margin..].find([' ', '\t']).map_or(prefix.len(), |i| margin + i + 1);
    let line = &text[next..line_end(text, next)];
    let content = line.trim_start_matches(' ');
    let indent = line.len() - content.len();
    let stays = content.is_empty() || (item_marker(content) > 0 && indent < 4);
    (indent >= own && !stays).then_some(next + indent)
}

/// Blank lines on one side of a block.
struct Gap {
    /// The lines, their breaks included.
    span: Span,
    /// How well they part: lines that are truly blank, then all of them with those that hold only quotation marks.
    size: (usize, usize),
}

impl Gap {
    fn before(text: &str, mut at: usize, first: usize, quoted: bool) -> Self {
        let (end, mut size) = (at, (0, 0));
        while at > first {
            let content = text[first..at].strip_suffix('\n').unwrap_or(&text[first..at]);
            let content = content.strip_suffix('\r').unwrap_or(content);
            let start = line_start(text, first + content.len()).max(first);
            if !count(&text[start..first + content.len()], quoted, &mut size) {
                break;
            }
            at = start;
        }
        Self { span: Span::new(at, end), size }
    }

    fn after(text: &str, mut at: usize, quoted: bool) -> Self {
        let (start, mut size) = (at, (0, 0));
        while at < text.len() {
            let end = line_end(text, at);
            if !count(&text[at..end], quoted, &mut size) {
                break;
            }
            at = past_break(text, end);
        }
        Self { span: Span::new(start, at), size }
    }
}

/// Counts a line, if it is blank.
fn count(line: &str, quoted: bool, size: &mut (usize, usize)) -> bool {
    let blank = line.trim().is_empty();
    let parts = blank || (quoted && line.trim_start_matches(['>', ' ', '\t']).is_empty());
    size.0 += usize::from(blank);
    size.1 += usize::from(parts);
    parts
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |i| i + 1)
}

/// Where the content of the line that holds `at` ends.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find(['\n', '\r']).map_or(text.len(), |i| at + i)
}

/// Past the line break at `at`, if there is one.
fn past_break(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with(['\n', '\r'])) }
}
