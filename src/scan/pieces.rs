//! The pieces of text that gate regexes, and where an article holds them.
//!
//! An automaton finds all of them in one pass, but building it takes as long as reading a few hundred articles. So one
//! piece after the other is looked for until so much has been read that it pays.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use memchr::memmem::Finder;

use super::program::Program;
use crate::document::Document;

/// So many bytes are read before the automaton is built.
const PAYS: usize = 1 << 18;

/// All pieces, each with the number of its regex.
#[derive(Debug)]
pub(super) struct Pieces {
    finders: Vec<(u32, Finder<'static>)>,
    /// Bytes read so far. A thread that sees an older number only builds the automaton later.
    read: AtomicUsize,
    /// `None` if it would be too large.
    automaton: OnceLock<Option<AhoCorasick>>,
}

impl Pieces {
    pub(super) fn new(program: &Program) -> Self {
        let of_regex = |(i, regex): (u32, &super::program::Regex)| {
            let finder = |piece: &crate::text::Text| (i, Finder::new(&**piece).into_owned());
            regex.pieces.iter().map(finder).collect::<Vec<_>>()
        };
        let finders = (0..).zip(&program.regexes).flat_map(of_regex).collect();
        Self { finders, read: AtomicUsize::new(0), automaton: OnceLock::new() }
    }

    /// Blocks and the regexes of the pieces that they hold, in order.
    pub(super) fn places(&self, document: &Document<'_>) -> Vec<(usize, u32)> {
        let prose = document.prose();
        let blocks = document.blocks();
        let mut found: Vec<(usize, u32)> = Vec::new();
        let mut add = |end: usize, regex: u32| {
            let block = blocks.partition_point(|b| b.prose.end < end as u32);
            if block < blocks.len() && found.last() != Some(&(block, regex)) {
                found.push((block, regex));
            }
        };
        let read = self.read.fetch_add(prose.len(), Ordering::Relaxed) + prose.len();
        let automaton = if read < PAYS { None } else { self.automaton() };
        match automaton {
            Some(automaton) => {
                for piece in automaton.find_overlapping_iter(prose) {
                    add(piece.end(), self.finders[piece.pattern().as_usize()].0);
                }
            }
            None => {
                for (regex, finder) in &self.finders {
                    for start in finder.find_iter(prose.as_bytes()) {
                        add(start + finder.needle().len(), *regex);
                    }
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn automaton(&self) -> Option<&AhoCorasick> {
        let needles = || self.finders.iter().map(|(_, finder)| finder.needle());
        // The faster of the kinds is larger, but a few dozen pieces are small in any case.
        let build = || AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(needles()).ok();
        self.automaton.get_or_init(build).as_ref()
    }
}
