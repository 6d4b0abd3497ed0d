//! Where a reader puts what it reads: prose in, with where it came from; a document out.

use super::day::Date;
use super::model::{Block, BlockKind, Document};
use super::suppress::Suppression;
use super::zone::Zone;
use super::{dateline, plain, quotes, segment};
use crate::source::{Format, Source};
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
            suppressions: Vec::new(),
            date: None,
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

    /// The prose so far.
    pub(super) fn prose(&self) -> &str {
        &self.prose
    }

    /// Opens a block; one that is still open is dropped if it is empty, else closed at its last byte.
    pub(super) fn open(&mut self, kind: BlockKind, zone: Zone) {
        if !self.prose.is_empty() && !self.prose.ends_with('\n') {
            self.prose.push('\n');
        }
        self.open = Some((kind, zone, self.prose.len() as u32));
    }

    /// Whether a block is open.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Appends bytes of the source as they are.
    pub(super) fn verbatim(&mut self, span: Span) {
        self.map.push_verbatim(self.prose.len() as u32, span.start, span.len() as u32);
        self.prose.push_str(self.source.slice(span));
    }

    /// Appends prose that stands for other bytes of the source.
    pub(super) fn replaced(&mut self, prose: &str, span: Span) {
        let start = self.prose.len() as u32;
        self.prose.push_str(prose);
        self.map.push_replaced(Span::of(start, self.prose.len() as u32), span);
    }

    /// Closes the open block. `source` is the whole block with its markup. A block of white space is dropped.
    pub(super) fn close(&mut self, source: Span) {
        let Some((kind, zone, start)) = self.open.take() else { return };
        let text = &self.prose[start as usize..];
        let end = start + text.trim_end().len() as u32;
        let begin = start + (text.len() - text.trim_start().len()) as u32;
        if begin >= end {
            return;
        }
        self.blocks.push(Block {
            kind,
            zone,
            prose: Span::of(begin, end),
            source,
            tokens: 0..0,
            sentences: 0..0,
        });
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
        };
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
