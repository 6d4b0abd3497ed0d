//! Where a reader puts what it reads: prose in, with where it came from; a document out.

use std::sync::OnceLock;

use super::day::Date;
use super::holes::Hole;
use super::model::{Block, BlockKind, Document};
use super::suppress::Suppression;
use super::zone::Zone;
use super::{dateline, echo, plain, quotes, segment};
use crate::source::{Format, Source};
use crate::text::tokens::OBJECT;
use crate::text::{OffsetMap, Span, Vocabulary};

/// Collects blocks while a reader walks over a source.
///
/// A reader opens a block, pushes its prose piece by piece in source order, and closes it. Blocks come in source
/// order, so that the map never goes back.
pub(super) struct Builder<'s> {
    source: &'s Source,
    prose: String,
    map: OffsetMap,
    blocks: Vec<Block>,
    open: Option<(BlockKind, Zone, u32)>,
    holes: Vec<Hole>,
    /// The hole that comes next, or that the last piece ended in.
    hole: usize,
    /// Whether an object stands for it already.
    plugged: bool,
    /// Suppression comments found by the reader; `scope` is settled when the blocks are known.
    pub(super) suppressions: Vec<Suppression>,
    /// The article's own date.
    pub(super) date: Option<Date>,
    /// The article's own language tag.
    pub(super) language: Option<String>,
}

impl<'s> Builder<'s> {
    pub(super) fn new(source: &'s Source) -> Self {
        Self {
            source,
            prose: String::with_capacity(source.text().len()),
            map: OffsetMap::default(),
            blocks: Vec::new(),
            open: None,
            holes: Vec::new(),
            hole: 0,
            plugged: false,
            suppressions: Vec::new(),
            date: source.date().and_then(Date::parse),
            language: None,
        }
    }

    pub(super) fn source(&self) -> &'s Source {
        self.source
    }

    /// The blocks that are closed.
    pub(super) fn blocks_mut(&mut self) -> &mut Vec<Block> {
        &mut self.blocks
    }

    /// Opens a block; one that is still open is dropped if it is empty, else closed at its last byte.
    pub(super) fn open(&mut self, kind: BlockKind, zone: Zone) {
        if !self.prose.is_empty() && !self.prose.ends_with('\n') {
            self.prose.push('\n');
        }
        self.open = Some((kind, zone, self.prose.len() as u32));
    }

    /// Appends bytes of the source as they are.
    pub(super) fn verbatim(&mut self, span: Span) {
        if self.goes_back(span) {
            return;
        }
        self.map.push_verbatim(self.prose.len() as u32, span.start, span.len() as u32);
        self.prose.push_str(self.source.slice(span));
    }

    /// Whether a piece lies before one that is there. Markup that is badly broken can make a reader say so; a word that is
    /// left out is better than a position that is wrong.
    fn goes_back(&self, span: Span) -> bool {
        span.start < self.map.source_end()
    }

    /// Appends prose that stands for other bytes of the source.
    pub(super) fn replaced(&mut self, prose: &str, span: Span) {
        if self.goes_back(span) {
            return;
        }
        let start = self.prose.len() as u32;
        self.prose.push_str(prose);
        self.map.push_replaced(Span::of(start, self.prose.len() as u32), span);
    }

    /// Sets the parts of the source that hold no prose, whatever a reader makes of them.
    pub(super) fn skip_holes(&mut self, holes: Vec<Hole>) {
        self.holes = holes;
        self.hole = 0;
    }

    /// Appends bytes of the source as they are, but for the holes in them.
    pub(super) fn text(&mut self, mut span: Span) {
        while let Some(hole) = self.hole_in(span) {
            if hole.span.start > span.start {
                self.verbatim(Span::of(span.start, hole.span.start));
            }
            self.plug(hole, span);
            span.start = hole.span.end.min(span.end);
        }
        if !span.is_empty() {
            self.verbatim(span);
        }
    }

    /// Appends prose that stands for other bytes of the source, unless they are in a hole.
    pub(super) fn stand_in(&mut self, prose: &str, span: Span) {
        match self.hole_in(span) {
            Some(hole) => self.plug(hole, span),
            None => self.replaced(prose, span),
        }
    }

    /// Appends an object: something that is not prose stands here.
    pub(super) fn object(&mut self, span: Span) {
        let span = self.trimmed(span);
        if !span.is_empty() {
            self.stand_in("\u{FFFC}", span);
        }
    }

    /// A span without the white space at its ends.
    fn trimmed(&self, span: Span) -> Span {
        let text = span.slice(self.source.text());
        let end = span.start + text.trim_end().len() as u32;
        Span::of(end - text.trim().len() as u32, end)
    }

    /// The first hole that reaches into a span. Spans come in source order.
    fn hole_in(&mut self, span: Span) -> Option<Hole> {
        while self.holes.get(self.hole).is_some_and(|h| h.span.end <= span.start) {
            self.hole += 1;
            self.plugged = false;
        }
        self.holes.get(self.hole).copied().filter(|h| h.span.start < span.end && !span.is_empty())
    }

    /// Puts one object in the place of the part of a hole that `span` covers, if none stands there yet.
    fn plug(&mut self, hole: Hole, span: Span) {
        if hole.inline && !self.plugged {
            let part = Span::of(hole.span.start.max(span.start), hole.span.end.min(span.end));
            self.replaced("\u{FFFC}", self.trimmed(part));
        }
        self.plugged = true;
    }

    /// Whether the open block has no prose yet, or its prose ends in white space.
    pub(super) fn ends_in_space(&self) -> bool {
        self.open.is_none_or(|(_, _, start)| self.prose.len() == start as usize)
            || self.prose.ends_with(char::is_whitespace)
    }

    /// Whether the prose ends in an object, and in white space behind it or not.
    pub(super) fn ends_in_object(&self) -> bool {
        let Some((_, _, start)) = self.open else { return false };
        self.prose[start as usize..].trim_end().ends_with(OBJECT)
    }

    /// Whether the open block has no prose yet.
    pub(super) fn is_blank(&self) -> bool {
        self.open.is_some_and(|(_, _, start)| self.prose[start as usize..].trim().is_empty())
    }

    /// Closes the open block and says whether there is one. `source` is the whole block with its markup. A block in
    /// which nothing is to be read is dropped.
    pub(super) fn close(&mut self, source: Span) -> bool {
        let Some((kind, zone, start)) = self.open.take() else { return false };
        let text = &self.prose[start as usize..];
        if text.trim_start_matches(|c: char| c.is_whitespace() || c == OBJECT).is_empty() {
            return false;
        }
        let end = start + text.trim_end().len() as u32;
        let begin = start + (text.len() - text.trim_start().len()) as u32;
        self.blocks.push(Block {
            kind,
            zone,
            prose: Span::of(begin, end),
            source,
            tokens: 0..0,
            sentences: 0..0,
        });
        true
    }

    /// Tokens, quotations, sentences, and the reach of suppressions.
    pub(super) fn finish(self, vocabulary: &Vocabulary) -> Document<'s> {
        let mut document = Document {
            source: self.source,
            prose: self.prose,
            map: self.map,
            blocks: self.blocks,
            tokens: Vec::new(),
            sentences: Vec::new(),
            quotations: Vec::new(),
            suppressions: self.suppressions,
            date: self.date,
            language: self.language,
            census: OnceLock::new(),
            repeats: OnceLock::new(),
        };
        echo::drop_title(&mut document);
        segment::tokens(&mut document, vocabulary);
        quotes::find(&mut document);
        segment::sentences(&mut document);
        if self.source.format() == Format::Text {
            plain::headline(&mut document);
        }
        document.date = document.date.or_else(|| dateline::find(&document));
        super::suppress::settle(&mut document);
        document
    }
}
