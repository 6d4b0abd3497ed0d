//! The pieces of text that gate regexes, and which of them a block holds.
//!
//! Each piece is kept under its rarest pair of letters, so a block is asked only for pieces of which it holds that pair:
//! a handful, however many there are.

use memchr::memmem;

use super::bigrams::{self, Bigrams};
use super::program::{Fragment, Program};
use crate::text::Text;

/// All pieces, each with the number of its regex.
#[derive(Debug)]
pub(super) struct Pieces {
    /// By the place of their rarest pair.
    all: Vec<(usize, u32, Text)>,
    rarest: Bigrams,
}

impl Pieces {
    pub(super) fn new(program: &Program) -> Self {
        let mut rarest = Bigrams::default();
        let mut all = Vec::new();
        for (i, regex) in (0..).zip(&program.regexes) {
            for piece in &regex.pieces {
                let at = bigrams::place(rarest_pair(piece));
                rarest.add(at);
                all.push((at, i, piece.clone()));
            }
        }
        all.sort_by_key(|(at, ..)| *at);
        Self { all, rarest }
    }

    /// Adds the regexes of the pieces that a block holds.
    pub(super) fn of_block(&self, text: &str, held: &Bigrams, regexes: &mut Vec<u32>) {
        for at in held.shared(&self.rarest) {
            let from = self.all.partition_point(|(other, ..)| *other < at);
            for (_, regex, piece) in self.all[from..].iter().take_while(|(other, ..)| *other == at) {
                if held.may_hold(piece) && memmem::find(text.as_bytes(), piece.as_bytes()).is_some() {
                    regexes.push(*regex);
                }
            }
        }
    }
}

/// The pair of a piece that few texts have; a piece has at least two bytes.
fn rarest_pair(piece: &str) -> (u8, u8) {
    let pairs = piece.as_bytes().windows(2).map(|pair| (pair[0], pair[1]));
    pairs.max_by_key(|(a, b)| Fragment::rank(*a) + Fragment::rank(*b)).unwrap_or_default()
}
