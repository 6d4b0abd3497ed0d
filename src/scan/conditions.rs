//! Whether a match may speak: zones, quotations, anchors, dates, and what stands around it.

use std::ops::Range;

use super::program::{Anchor, Conditions, Quotes, Row, zone_bit};
use crate::document::{Block, Date, Document};
use crate::text::Flags;

/// Where phrases of conditions were found: (set, tokens), sorted.
#[derive(Debug)]
pub(super) struct SetHits {
    hits: Vec<(u32, Range<usize>)>,
    /// The most tokens that one of them takes.
    longest: usize,
}

impl SetHits {
    /// From places in any order.
    pub(super) fn new(mut hits: Vec<(u32, Range<usize>)>) -> Self {
        hits.sort_by_key(|(set, tokens)| (*set, tokens.start, tokens.end));
        let longest = hits.iter().map(|(_, tokens)| tokens.len()).max().unwrap_or(0);
        Self { hits, longest }
    }

    /// Whether one of the places of a set that touch or lie in `within` passes a test.
    fn any(&self, set: u32, within: &Range<usize>, test: impl Fn(&Range<usize>) -> bool) -> bool {
        let first = (set, within.start.saturating_sub(self.longest));
        let start = self.hits.partition_point(|(s, tokens)| (*s, tokens.start) < first);
        let here = self.hits[start..].iter().take_while(|(s, t)| *s == set && t.start <= within.end);
        here.into_iter().any(|(_, tokens)| test(tokens))
    }
}

/// What conditions are judged by.
pub(super) struct Around<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) sets: &'a SetHits,
    /// The day by which past years and validity are told.
    pub(super) date: Date,
    /// Varieties of English that are at home here.
    pub(super) varieties: &'a [String],
}

impl Around<'_> {
    /// Whether `row` may speak about the tokens `found` of block `block`.
    pub(super) fn allows(&self, row: &Row, block: usize, found: &Range<usize>) -> bool {
        let b = &self.document.blocks()[block];
        row.zones & zone_bit(b.zone) != 0
            && self.quotes_allow(row.quotes, found.start)
            && self.anchors_hold(row.anchors, b, block, found)
            && !row.variety.iter().any(|v| self.varieties.iter().any(|have| v == have))
            && row.since.is_none_or(|d| d <= self.date)
            && row.until.is_none_or(|d| self.date <= d)
            && !row.unless.iter().any(|c| self.any_holds(c, block, found))
            && row.only.iter().all(|c| self.all_hold(c, block, found))
    }

    fn quotes_allow(&self, quotes: Quotes, token: usize) -> bool {
        let quoted = self.document.tokens()[token].is(Flags::QUOTED);
        match quotes {
            Quotes::Any => true,
            Quotes::Skip => !quoted,
            Quotes::Only => quoted,
        }
    }

    fn anchors_hold(&self, anchors: u16, block: &Block, index: usize, found: &Range<usize>) -> bool {
        if anchors == 0 {
            return true;
        }
        let tokens = self.document.tokens();
        let is_mark =
            |t: usize| tokens[t].is(Flags::MARK.and(Flags::OPAQUE)) && !self.document.stands_for_words(t);
        let marks = |mut range: Range<usize>| range.all(is_mark);
        let has = |anchor: Anchor| anchors & anchor as u16 != 0;
        let count = self.document.blocks().len();
        let sentence = || &self.document.sentences()[self.document.sentence_of_token(found.start)].tokens;
        let starts = || marks(block.tokens.start..found.start);
        let ends = || marks(found.end..block.tokens.end);
        (!has(Anchor::Line) || (starts() && ends()))
            && (!has(Anchor::BlockStart) || starts())
            && (!has(Anchor::BlockEnd) || ends())
            && (!has(Anchor::SentenceStart) || marks(sentence().start.min(found.start)..found.start))
            && (!has(Anchor::SentenceEnd) || marks(found.end..sentence().end.max(found.end)))
            && (!has(Anchor::FirstBlock) || index == 0)
            && (!has(Anchor::LastBlock) || index + 1 == count)
            && (!has(Anchor::Head) || index * 100 < count * 15)
            && (!has(Anchor::Tail) || (index + 1) * 100 > count * 70)
    }

    fn any_holds(&self, c: &Conditions, block: usize, found: &Range<usize>) -> bool {
        self.held(c, block, found).into_iter().flatten().any(|held| held)
    }

    fn all_hold(&self, c: &Conditions, block: usize, found: &Range<usize>) -> bool {
        self.held(c, block, found).into_iter().flatten().all(|held| held)
    }

    /// For each condition that is set, whether it holds.
    fn held(&self, c: &Conditions, block: usize, found: &Range<usize>) -> [Option<bool>; 9] {
        let b = &self.document.blocks()[block].tokens;
        let index = self.document.sentence_of_token(found.start);
        let sentence = &self.document.sentences()[index].tokens;
        // A year that was over for at least a year when the article was written.
        let past_year = || self.document.names_year_before(index, self.date.year - 1);
        let all = 0..usize::MAX;
        let overlaps = |t: &Range<usize>| t.start < found.end && found.start < t.end;
        let inside = |t: &Range<usize>, whole: &Range<usize>| {
            whole.start <= t.start && t.end <= whole.end && !(found.start <= t.start && t.end <= found.end)
        };
        [
            c.here.map(|set| self.sets.any(set, found, overlaps)),
            c.before.map(|set| self.sets.any(set, found, |t| t.end == found.start)),
            c.after.map(|set| self.sets.any(set, found, |t| t.start == found.end)),
            c.sentence.map(|set| self.sets.any(set, sentence, |t| inside(t, sentence))),
            c.paragraph.map(|set| self.sets.any(set, b, |t| inside(t, b))),
            c.article.map(|set| self.sets.any(set, &all, |t| inside(t, &all))),
            c.past_year.then(past_year),
            c.name_before.then(|| found.start > b.start && self.is_name(found.start - 1)),
            c.name_after.then(|| found.end < b.end && self.is_name(found.end)),
        ]
    }

    /// Whether a token looks like part of a name.
    fn is_name(&self, token: usize) -> bool {
        let token = &self.document.tokens()[token];
        token.is(Flags::CAPITAL) && !token.is(Flags::SENTENCE_START)
    }
}
