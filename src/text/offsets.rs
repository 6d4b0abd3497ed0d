//! The way from prose, which is what a reader reads, back to the bytes of the source.
//!
//! Prose is the source with its markup left out and its entities decoded. The map between them is a sorted list
//! of pieces; inside a *verbatim* piece the two texts are the same bytes, inside any other piece they are not
//! (an entity, an escape), and such a piece maps only as a whole. This is the only place where a prose position
//! becomes a source position.

use super::Span;

/// A source span, and whether its bytes are the prose that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// Where it is in the source.
    pub span: Span,
    /// True when the source slice is the prose slice, byte for byte: only then may a fix replace it.
    pub verbatim: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    prose: Span,
    source: Span,
    verbatim: bool,
}

/// Pieces of prose and where each came from.
///
/// Invariant: pieces are sorted and disjoint on both sides, and the map never goes back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
}

impl OffsetMap {
    /// Appends `len` bytes of prose at `prose` that are the same bytes at `source`.
    pub fn push_verbatim(&mut self, prose: u32, source: u32, len: u32) {
        if len == 0 {
            return;
        }
        if let Some(last) = self.pieces.last_mut()
            && last.verbatim
            && last.prose.end == prose
            && last.source.end == source
        {
            last.prose.end += len;
            last.source.end += len;
            return;
        }
        let piece = Piece {
            prose: Span::of(prose, prose + len),
            source: Span::of(source, source + len),
            verbatim: true,
        };
        self.push(piece);
    }

    /// Appends prose that stands for other bytes of the source: a decoded entity, an escape, a line break with
    /// markup behind it.
    pub fn push_replaced(&mut self, prose: Span, source: Span) {
        self.push(Piece { prose, source, verbatim: false });
    }

    fn push(&mut self, piece: Piece) {
        debug_assert!(
            self.pieces
                .last()
                .is_none_or(|p| p.prose.end <= piece.prose.start && p.source.end <= piece.source.start),
            "the map went back: {:?} then {piece:?}",
            self.pieces.last(),
        );
        self.pieces.push(piece);
    }

    /// Where the last piece ends in the source; 0 if there is none.
    pub fn source_end(&self) -> u32 {
        self.pieces.last().map_or(0, |p| p.source.end)
    }

    /// The source of a prose span.
    ///
    /// An empty span maps to the place behind what comes before it: text put at the end of a block stands there, not at
    /// the beginning of the next one. Prose between pieces (the break that parts two blocks) maps to the gap between their sources
    /// and is never verbatim.
    pub fn map(&self, prose: Span) -> Mapped {
        if prose.is_empty() {
            return self.place(prose.start);
        }
        let start = self.start(prose.start);
        let span = Span::of(start, self.end(prose.end).max(start));
        Mapped { span, verbatim: self.is_verbatim(prose, span) }
    }

    /// The source of an empty span. Inside of what stands for other bytes there is no place.
    fn place(&self, at: u32) -> Mapped {
        let i = self.pieces.partition_point(|p| p.prose.end < at);
        let (place, verbatim) = match self.pieces.get(i) {
            Some(p) if p.prose.end == at => (p.source.end, true),
            Some(p) => (self.start(at), p.verbatim || p.prose.start == at),
            None => (self.start(at), true),
        };
        Mapped { span: Span::of(place, place), verbatim }
    }

    /// Where the prose at `at` begins in the source.
    fn start(&self, at: u32) -> u32 {
        let i = self.pieces.partition_point(|p| p.prose.end <= at);
        match self.pieces.get(i) {
            Some(p) if p.prose.start <= at && p.verbatim => p.source.start + (at - p.prose.start),
            Some(p) => p.source.start,
            None => self.pieces.last().map_or(at, |p| p.source.end),
        }
    }

    /// Where the prose that ends at `at` ends in the source.
    fn end(&self, at: u32) -> u32 {
        let i = self.pieces.partition_point(|p| p.prose.start < at);
        match i.checked_sub(1).map(|i| self.pieces[i]) {
            Some(p) if at < p.prose.end && p.verbatim => p.source.start + (at - p.prose.start),
            Some(p) => p.source.end,
            None => self.pieces.first().map_or(at, |p| p.source.start),
        }
    }

    fn is_verbatim(&self, prose: Span, source: Span) -> bool {
        if prose.len() != source.len() {
            return false;
        }
        let first = self.pieces.partition_point(|p| p.prose.end <= prose.start);
        let mut at = prose.start;
        for p in &self.pieces[first..] {
            if at >= prose.end {
                break;
            }
            if !p.verbatim || p.prose.start > at {
                return false;
            }
            at = p.prose.end;
        }
        at >= prose.end
    }
}
