//! The regexes: each is compiled when it is first needed, and runs only where it can match.

use std::sync::OnceLock;

use memchr::memmem::Finder;
use regex::Regex;

use super::Match;
use super::matcher::NO_MEMBER;
use super::program::{Program, TRIGGERS, zone_bit};
use crate::document::Document;
use crate::text::{Flags, Span, Text, WordId};

/// The regexes of a program, by the same index.
#[derive(Debug)]
pub(super) struct Regexes {
    compiled: Vec<OnceLock<Option<Regex>>>,
    /// Those that run on every block.
    slow: Vec<u32>,
    /// The pieces, each with its regex, and whether it has letters of a script beyond Latin.
    pieces: Vec<(u32, bool, Finder<'static>)>,
}

/// Whether a text has a letter of a script beyond Latin: all of them, and few signs, begin with such a byte in UTF-8.
fn is_beyond_latin(text: &str) -> bool {
    text.bytes().any(|b| b >= 0xCD && b != 0xE2)
}

impl Regexes {
    pub(super) fn new(program: &Program) -> Self {
        let index = |test: &dyn Fn(&super::program::Regex) -> bool| {
            (0..program.regexes.len() as u32).filter(|&i| test(&program.regexes[i as usize])).collect()
        };
        let pieces = (0..).zip(&program.regexes).flat_map(|(i, regex)| {
            let finder = |piece: &Text| (i, is_beyond_latin(piece), Finder::new(&**piece).into_owned());
            regex.pieces.iter().map(finder).collect::<Vec<_>>()
        });
        Self {
            compiled: program.regexes.iter().map(|_| OnceLock::new()).collect(),
            slow: index(&|r| r.slow),
            pieces: pieces.collect(),
        }
    }

    /// The regexes that are gated by a piece of text which is in `text`. Pieces in scripts beyond Latin are looked for
    /// only in a text that has such letters.
    pub(super) fn by_pieces_in(&self, text: &str) -> Vec<u32> {
        let has_beyond = is_beyond_latin(text);
        let stands = |(_, beyond, piece): &&(u32, bool, Finder<'_>)| {
            (has_beyond || !beyond) && piece.find(text.as_bytes()).is_some()
        };
        let mut found: Vec<u32> = self.pieces.iter().filter(stands).map(|(regex, ..)| *regex).collect();
        found.dedup();
        found
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
        let prose = document.slice(document.blocks()[block].prose);
        let here = |&&index: &&u32| {
            program.regexes[index as usize].pieces.iter().any(|piece| prose.contains(&**piece))
        };
        wanted.extend(by_piece.iter().filter(here));
        let hidden = triggered(program, document, block, &mut wanted);
        wanted.sort_unstable();
        wanted.dedup();
        let zone = zone_bit(document.blocks()[block].zone);
        for index in wanted {
            let regex = &program.regexes[index as usize];
            // A row that speaks of headlines alone is not run over the body.
            if program.rows[regex.row as usize].zones & zone != 0
                && is_on(regex.row)
                && may_match(regex, document, block, &hidden)
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
        let lazy = &self.compiled[index as usize];
        // What is compiled tells it sooner itself, if there is much to look for.
        let is_quick = regex.fragments.iter().map(Vec::len).sum::<usize>() <= FEW;
        if (is_quick || lazy.get().is_none()) && !has_fragments(regex, document.slice(b.prose)) {
            return;
        }
        let Some(compiled) = lazy.get_or_init(|| Regex::new(&regex.pattern).ok()) else { return };
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

/// So many pieces are looked for faster than a regex runs.
const FEW: usize = 16;

/// Whether a text has every piece that the regex cannot match without.
fn has_fragments(regex: &super::program::Regex, text: &str) -> bool {
    regex.fragments.iter().all(|choice| choice.iter().any(|piece| holds(text.as_bytes(), piece.as_bytes())))
}

/// Whether a text holds a piece, in capitals or small letters; a byte of it that is not among the commonest is sought.
fn holds(text: &[u8], piece: &[u8]) -> bool {
    let is_rare = |b: &u8| !b" etaoinsrhld".contains(&b.to_ascii_lowercase());
    let at = piece.iter().position(is_rare).unwrap_or(0);
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

/// Whether the block has every word that the regex cannot match without. `hidden` are the words inside addresses.
/// This comes before compiling, which costs more than reading the block.
fn may_match(
    regex: &super::program::Regex,
    document: &Document<'_>,
    block: usize,
    hidden: &[WordId],
) -> bool {
    let tokens = &document.tokens()[document.blocks()[block].tokens.clone()];
    let opens = || match tokens.iter().find(|t| !t.is(Flags::MARK)) {
        Some(token) => token.is(Flags::OPAQUE) || regex.opens.binary_search(&token.word).is_ok(),
        None => false,
    };
    let has = |need: &Vec<WordId>| {
        let one_of = |word: &WordId| need.binary_search(word).is_ok();
        tokens.iter().any(|t| one_of(&t.word)) || hidden.iter().any(one_of)
    };
    (regex.opens.is_empty() || opens()) && regex.needs.iter().all(has)
}

/// The regexes that some token of the block sets off. Returns the words that stand inside addresses.
fn triggered(program: &Program, document: &Document<'_>, block: usize, wanted: &mut Vec<u32>) -> Vec<WordId> {
    let tokens = &document.tokens()[document.blocks()[block].tokens.clone()];
    let mut hidden = Vec::new();
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
            let ids = words.map(|w| program.vocabulary.get(w));
            hidden.extend(ids.filter(|id| id.is_known()));
            marks.for_each(|m| set_off(program.vocabulary.get(m.encode_utf8(&mut [0; 4]))));
        }
    }
    hidden.iter().for_each(|&word| set_off(word));
    hidden
}
