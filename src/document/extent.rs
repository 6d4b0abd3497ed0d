//! What must go so that a block is gone without a trace.

use super::model::Document;
use crate::text::Span;

impl Document<'_> {
    /// The bytes of the source that must go so that blocks `first..=last` are gone without a trace: the blocks
    /// with their markup, and the blank lines after them, or before them at the end of the article.
    pub fn blocks_extent(&self, first: usize, last: usize) -> Span {
        let text = self.source().text();
        let blocks = self.blocks();
        let (Some(a), Some(b)) = (blocks.get(first), blocks.get(last)) else { return Span::default() };
        let span = a.source.cover(b.source);
        let after = &text[span.end as usize..];
        let white = after.len() - after.trim_start().len();
        // What follows keeps its own indentation: only whole lines go.
        let lines = after[..white].rfind('\n').map_or(0, |i| i + 1);
        if white < after.len() {
            return Span::of(span.start, span.end + lines as u32);
        }
        let kept = text[..span.start as usize].trim_end().len() as u32;
        let end = if after.ends_with('\n') && kept > 0 {
            // The last line break of the file stays.
            text.len() as u32 - if after.ends_with("\r\n") { 2 } else { 1 }
        } else {
            text.len() as u32
        };
        Span::of(kept, end.max(kept))
    }
}
