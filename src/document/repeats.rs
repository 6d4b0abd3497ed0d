//! Runs of words that are said again at once: `the the`, `on camera on camera`.

use super::model::Document;
use crate::text::fold::fold;
use crate::text::{Flags, Token};

/// A run of tokens in which each token is the same word as the one `period` tokens before it.
///
/// `period` is the smallest that fits, and the run is as long as can be within its block: `a b a b a` is one run of
/// period 2 and 5 tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// First token.
    pub first: usize,
    /// How many tokens are said again.
    pub period: usize,
    /// How many tokens the run has: at least twice the period.
    pub tokens: usize,
}

/// The longest phrase whose repetition is looked for, in tokens.
const LONGEST: usize = 8;

/// What was found, by period.
type Found = [Vec<Repeat>; LONGEST];

/// How many keys are compared at once.
const CHUNK: usize = 16;

pub(super) fn find(document: &Document<'_>) -> Vec<Repeat> {
    let tokens = document.tokens();
    let keys: Vec<u16> = tokens.iter().map(|t| t.key).collect();
    let mut found = Found::default();
    for period in 1..=LONGEST.min(keys.len().saturating_sub(1)) {
        let pairs = keys.len() - period;
        let mut streak = 0;
        for start in (0..pairs).step_by(CHUNK) {
            let end = (start + CHUNK).min(pairs);
            let (a, b) = (&keys[start..end], &keys[start + period..end + period]);
            // Words of running text hardly ever come again so soon: most stretches are passed over as a whole.
            if streak == 0 && !a.iter().zip(b).fold(false, |any, (a, b)| any | (a == b)) {
                continue;
            }
            for i in start..end {
                if keys[i] == keys[i + period] {
                    streak += 1;
                    continue;
                }
                close(document, period, i - streak, streak, &mut found);
                streak = 0;
            }
        }
        close(document, period, pairs - streak, streak, &mut found);
    }
    let mut repeats = found.concat();
    repeats.sort_by_key(|r| (r.first, r.period));
    repeats
}

/// Keeps a streak of equal keys if it is a repetition of real words within one block.
fn close(document: &Document<'_>, period: usize, first: usize, streak: usize, found: &mut Found) {
    if streak < period {
        return;
    }
    let blocks = document.block_of_token(first)..=document.block_of_token(first + streak + period - 1);
    for block in blocks {
        let range = &document.blocks()[block].tokens;
        let (mut at, end) = (first.max(range.start), (first + streak + period).min(range.end));
        // Equal keys are not yet equal words.
        while at + 2 * period <= end {
            let same = (at..end - period).take_while(|&i| same_word(document, i, i + period)).count();
            let repeat = Repeat { first: at, period, tokens: same + period };
            if same >= period && has_word(document, at, period) && !is_known(found, repeat) {
                found[period - 1].push(repeat);
            }
            at += same + 1;
        }
    }
}

/// Whether a shorter period already explains the run: four times `no` is not twice `no no`.
fn is_known(found: &Found, repeat: Repeat) -> bool {
    let divisors = (1..repeat.period).filter(|d| repeat.period.is_multiple_of(*d));
    let mut shorter = divisors.filter_map(|d| {
        let list = &found[d - 1];
        let next = list.partition_point(|r| r.first <= repeat.first);
        next.checked_sub(1).map(|i| list[i])
    });
    shorter.any(|r| repeat.first + repeat.tokens <= r.first + r.tokens)
}

fn has_word(document: &Document<'_>, first: usize, period: usize) -> bool {
    document.tokens()[first..first + period].iter().any(|t: &Token| t.is(Flags::WORD))
}

fn same_word(document: &Document<'_>, a: usize, b: usize) -> bool {
    let (a, b) = (document.token_text(a), document.token_text(b));
    a == b || a.eq_ignore_ascii_case(b) || (!a.is_ascii() || !b.is_ascii()) && fold(a) == fold(b)
}
