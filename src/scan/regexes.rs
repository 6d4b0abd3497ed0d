//! The regexes: each is compiled when it is first needed, and runs only where it can match.

use std::sync::OnceLock;

use regex::Regex;

use super::Match;
use super::matcher::NO_MEMBER;
use super::program::{Program, TRIGGERS, zone_bit};
use crate::document::Document;
use crate::text::{Flags, Span, WordId};

/// The regexes of a program, by the same index.
#[derive(Debug)]
pub(super) struct Regexes {
    compiled: Vec<OnceLock<Option<Regex>>>,
    /// Those that run on every block.
    slow: Vec<u32>,
    /// Those that run on an article in which one of their pieces was seen.
    by_piece: Vec<u32>,
    /// Finds any piece.
    pieces: OnceLock<Option<Regex>>,
    piece_texts: Vec<String>,
}

impl Regexes {
    pub(super) fn new(program: &Program) -> Self {
        let index = |test: &dyn Fn(&super::program::Regex) -> bool| {
            (0..program.regexes.len() as u32).filter(|&i| test(&program.regexes[i as usize])).collect()
        };
        let pieces = program.regexes.iter().flat_map(|r| r.pieces.iter().map(|p| regex::escape(p)));
        Self {
            compiled: program.regexes.iter().map(|_| OnceLock::new()).collect(),
            slow: index(&|r| r.slow),
            by_piece: index(&|r| !r.pieces.is_empty()),
            pieces: OnceLock::new(),
            piece_texts: pieces.collect(),
        }
    }

    /// The regexes that are gated by a piece of text which is in `text`. One search for all pieces comes first; only
    /// where that finds any is each looked for.
    pub(super) fn by_pieces_in(&self, program: &Program, text: &str) -> Vec<u32> {
        let any = || Regex::new(&self.piece_texts.join("|")).ok();
        if self.piece_texts.is_empty()
            || !self.pieces.get_or_init(any).as_ref().is_some_and(|pieces| pieces.is_match(text))
        {
            return Vec::new();
        }
        let is_in =
            |&index: &u32| program.regexes[index as usize].pieces.iter().any(|piece| text.contains(&**piece));
        self.by_piece.iter().copied().filter(is_in).collect()
    }

    /// Adds the matches of one block. `by_piece` are the regexes whose pieces the article holds.
    pub(super) fn block(
        &self,
        program: &Program,
        document: &Document<'_>,
        block: usize,
        by_piece: &[u32],
        is_on: &dyn Fn(u32) -> bool,
        matches: &mut Vec<Match>,
    ) {
        let mut wanted: Vec<u32> = self.slow.clone();
        wanted.extend(by_piece);
        triggered(program, document, block, &mut wanted);
        wanted.sort_unstable();
        wanted.dedup();
        let zone = zone_bit(document.blocks()[block].zone);
        for index in wanted {
            let regex = &program.regexes[index as usize];
            // A row that speaks of headlines alone is not run over the body.
            if program.rows[regex.row as usize].zones & zone != 0 && is_on(regex.row) {
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
        let compiled = self.compiled[index as usize].get_or_init(|| Regex::new(&regex.pattern).ok());
        let Some(compiled) = compiled else { return };
        let b = &document.blocks()[block];
        for found in compiled.captures_iter(document.slice(b.prose)) {
            let span = |m: regex::Match<'_>| {
                Span::of(b.prose.start + m.start() as u32, b.prose.start + m.end() as u32)
            };
            let Some(whole) = found.get(0).map(span).filter(|s| !s.is_empty()) else { continue };
            let named = compiled.capture_names().enumerate().skip(1).filter_map(|(i, name)| {
                let name = name.map_or_else(|| i.to_string(), str::to_owned);
                Some((name, span(found.get(i)?), NO_MEMBER))
            });
            let tokens = &document.tokens()[b.tokens.clone()];
            let first = b.tokens.start + tokens.partition_point(|t| t.span.end <= whole.start);
            let end = b.tokens.start + tokens.partition_point(|t| t.span.start < whole.end);
            matches.push(Match {
                row: regex.row,
                bound: None,
                block,
                tokens: first.min(b.tokens.end - 1)..end.max(first.min(b.tokens.end - 1) + 1),
                span: whole,
                captures: named.collect(),
            });
        }
    }
}

/// The regexes that some token of the block sets off.
fn triggered(program: &Program, document: &Document<'_>, block: usize, wanted: &mut Vec<u32>) {
    let tokens = &document.tokens()[document.blocks()[block].tokens.clone()];
    let mut set_off = |word: WordId| {
        if program.roles(word) & TRIGGERS != 0 {
            let from = program.triggers.partition_point(|(w, _)| *w < word);
            wanted.extend(program.triggers[from..].iter().take_while(|(w, _)| *w == word).map(|(_, r)| *r));
        }
    };
    for token in tokens {
        set_off(token.word);
        if token.is(Flags::OPAQUE) {
            // An address is one token to phrases; to regexes its words and marks count one by one.
            let text = document.slice(token.span);
            let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty());
            let marks = text.split_inclusive(|c: char| !c.is_alphanumeric()).filter_map(|w| w.chars().last());
            words.for_each(|w| set_off(program.vocabulary.get(w)));
            marks.for_each(|m| set_off(program.vocabulary.get(m.encode_utf8(&mut [0; 4]))));
        }
    }
}
