//! Text for a terminal: set to a width, with carets under what is marked.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::lint::Example;
use crate::render::visible;

/// An example, indented, with its marks under it and the text that its fixes give.
pub fn example(example: &Example, width: usize, color: bool) -> String {
    let (text, marks) = example.unmarked();
    let (red, green, off) = if color { ("\u{1b}[31m", "\u{1b}[32m", "\u{1b}[0m") } else { ("", "", "") };
    let mut out = String::from("\n");
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        for part in wrapped(line.trim_end_matches('\n'), width - 4) {
            out.push_str(&indented(&visible(part)));
            let here = at..at + part.len();
            let carets: String = part.char_indices().map(|(i, c)| caret(here.start + i, c, &marks)).collect();
            if carets.contains('^') {
                out.push_str(&format!("    {red}{}{off}\n", carets.trim_end()));
            }
            at = here.end;
        }
        at += line.len() - line.trim_end_matches('\n').len();
    }
    if let Some(good) = &example.good {
        let parts = good.lines().flat_map(|line| wrapped(line, width - 4));
        for (i, part) in parts.enumerate() {
            let arrow = if i == 0 { "→" } else { " " };
            let line = format!("  {arrow} {}", visible(part));
            out.push_str(&format!("{green}{}{off}\n", line.trim_end()));
        }
    }
    out
}

fn indented(line: &str) -> String {
    if line.trim_end().is_empty() { "\n".to_owned() } else { format!("    {}\n", line.trim_end()) }
}

/// What stands under a character. A mark without bytes gets a caret where it is.
fn caret(at: usize, c: char, marks: &[std::ops::Range<usize>]) -> String {
    let marked = marks.iter().any(|mark| mark.contains(&at) || (mark.is_empty() && mark.start == at));
    let width = if visible(c.encode_utf8(&mut [0; 4])).len() > c.len_utf8() {
        visible(c.encode_utf8(&mut [0; 4])).width()
    } else {
        c.width().unwrap_or(1)
    };
    (if marked { "^" } else { " " }).repeat(width)
}

/// The pieces of a line that fit into `width` columns, cut after spaces; together they are the line. A word that is
/// wider stands alone.
pub fn wrapped(line: &str, width: usize) -> Vec<&str> {
    let (mut pieces, mut start, mut end, mut used) = (Vec::new(), 0, 0, 0);
    for word in line.split_inclusive(' ') {
        if used + word.trim_end().width() > width && end > start {
            pieces.push(&line[start..end]);
            (start, used) = (end, 0);
        }
        end += word.len();
        used += word.width();
    }
    pieces.push(&line[start..]);
    pieces
}
