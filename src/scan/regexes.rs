//! The regexes: each is compiled when it is first needed, and runs only where it can match.

use std::ops::Range;

use super::Match;
use super::bigrams::Bigrams;
use super::engine::Engine;
use super::matcher::NO_MEMBER;
use super::pieces::Pieces;
use super::program::{Fragment, NEEDED, Program, TRIGGERS, zone_bit};
use crate::document::Document;
use crate::text::{Flags, OBJECT, Span, WordId};

/// The regexes of a program, by the same index.
#[derive(Debug)]
pub(super) struct Regexes {
    engines: Vec<Engine>,
    /// Those that run on every block.
    slow: Vec<u32>,
    /// The pieces that gate regexes.
    pieces: Pieces,
}

impl Regexes {
    pub(super) fn new(program: &Program) -> Self {
        let slow = |(_, regex): &(u32, &super::program::Regex)| regex.slow;
        Self {
            engines: program.regexes.iter().map(|_| Engine::default()).collect(),
            slow: (0..).zip(&program.regexes).filter(slow).map(|(i, _)| i).collect(),
            pieces: Pieces::new(program),
        }
    }

    /// Adds the matches of one block.
    pub(super) fn block(
        &self,
        program: &Program,
        document: &Document<'_>,
        block: usize,
        is_on: &dyn Fn(u32) -> bool,
        matches: &mut Vec<Match>,
    ) {
        let mut wanted: Vec<u32> = self.slow.clone();
        let prose = document.slice(document.blocks()[block].prose);
        let bigrams = Bigrams::of(prose);
        self.pieces.of_block(prose, &bigrams, &mut wanted);
        let present = gathered(program, document, block, &mut wanted);
        wanted.sort_unstable();
        wanted.dedup();
        let zone = zone_bit(document.blocks()[block].zone);
        for index in wanted {
            let regex = &program.regexes[index as usize];
            // A row that speaks of headlines alone is not run over the body.
            if program.rows[regex.row as usize].zones & zone != 0
                && is_on(regex.row)
                && may_match(regex, document, block, &present)
                && has_fragments(regex, prose, &bigrams)
            {
                self.run(index, regex, document, block, matches);
            }
        }
    }

    fn run(
        &self,
        index: u32,
        regex: &super::program::Regex,
        document: &Document<'_>,
        block: usize,
        matches: &mut Vec<Match>,
    ) {
        let b = &document.blocks()[block];
        let engine = &self.engines[index as usize];
        let span = |r: Range<usize>| Span::of(b.prose.start + r.start as u32, b.prose.start + r.end as u32);
        for found in engine.find(&regex.pattern, document.slice(b.prose)) {
            let whole = span(found.whole);
            let tokens = &document.tokens()[b.tokens.clone()];
            let first = b.tokens.start + tokens.partition_point(|t| t.span.end <= whole.start);
            let end = b.tokens.start + tokens.partition_point(|t| t.span.start < whole.end);
            // To a regex an object is a mark among others, but nothing matches across code.
            if document.slice(whole).contains(OBJECT) && (first..end).any(|t| document.stands_for_words(t)) {
                continue;
            }
            let groups = found.groups.into_iter().map(|(name, range)| (name, span(range), NO_MEMBER));
            matches.push(Match {
                row: regex.row,
                bound: None,
                block,
                tokens: first.min(b.tokens.end - 1)..end.max(first.min(b.tokens.end - 1) + 1),
                span: whole,
                captures: groups.collect(),
            });
        }
    }
}

/// Whether a text has every piece that the regex cannot match without. Compiling it would cost more than reading the
/// article, and running it more than asking for its pieces.
fn has_fragments(regex: &super::program::Regex, text: &str, bigrams: &Bigrams) -> bool {
    let held = |piece: &Fragment| bigrams.may_hold(&piece.text) && holds(text.as_bytes(), piece);
    regex.fragments.iter().all(|choice| choice.iter().any(held))
}

/// Whether a text holds a piece, in capitals or small letters.
fn holds(text: &[u8], piece: &Fragment) -> bool {
    let (at, piece) = (usize::from(piece.rarest), piece.text.as_bytes());
    let (small, large) = (piece[at].to_ascii_lowercase(), piece[at].to_ascii_uppercase());
    let is_here = |found: usize| {
        let start = found.checked_sub(at)?;
        Some(text.get(start..start + piece.len())?.eq_ignore_ascii_case(piece))
    };
    if small == large {
        return memchr::memchr_iter(small, text).any(|found| is_here(found) == Some(true));
    }
    memchr::memchr2_iter(small, large, text).any(|found| is_here(found) == Some(true))
}

/// Whether the block has every word that the regex cannot match without. `present` are those words of the block, in
/// order. This comes before compiling, which costs more than reading the block.
fn may_match(
    regex: &super::program::Regex,
    document: &Document<'_>,
    block: usize,
    present: &[WordId],
) -> bool {
    let tokens = &document.tokens()[document.blocks()[block].tokens.clone()];
    let opens = || match tokens.iter().find(|t| !t.is(Flags::MARK)) {
        Some(token) => token.is(Flags::OPAQUE) || regex.opens.binary_search(&token.word).is_ok(),
        None => false,
    };
    let has = |need: &Vec<WordId>| present.iter().any(|word| need.binary_search(word).is_ok());
    (regex.opens.is_empty() || opens()) && regex.needs.iter().all(has)
}

/// Adds the regexes that some token of the block sets off. Returns the words and marks of the block that some regex
/// cannot match without, in order.
fn gathered(program: &Program, document: &Document<'_>, block: usize, wanted: &mut Vec<u32>) -> Vec<WordId> {
    let mut present = Vec::new();
    let mut see = |word: WordId| {
        let roles = program.roles(word);
        if roles & TRIGGERS != 0 {
            let from = program.triggers.partition_point(|(w, _)| *w < word);
            wanted.extend(program.triggers[from..].iter().take_while(|(w, _)| *w == word).map(|(_, r)| *r));
        }
        if roles & NEEDED != 0 {
            present.push(word);
        }
    };
    for token in &document.tokens()[document.blocks()[block].tokens.clone()] {
        see(token.word);
        if token.is(Flags::OPAQUE) {
            // An address is one token to phrases; to regexes its words and marks count one by one.
            let text = document.slice(token.span);
            let is_mark = |c: char| !(c.is_alphanumeric() || c == '_');
            let words = text.split(is_mark).filter(|w| !w.is_empty());
            words.for_each(|w| see(program.vocabulary.get(w)));
            let marks = text.chars().filter(|&c| is_mark(c));
            marks.for_each(|m| see(program.vocabulary.get(m.encode_utf8(&mut [0; 4]))));
        }
    }
    present.sort_unstable();
    present.dedup();
    present
}
