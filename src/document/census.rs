//! What kinds of characters an article has: one pass, so that a lint about a rare one can stop at once.

use std::ops::RangeInclusive;

use crate::text::fold::is_invisible;
use crate::text::{Flags, Token};

/// The marks, numbers and capitalised words of an article, and which ranges of Unicode its prose touches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Census {
    marks: Vec<u32>,
    numbers: Vec<u32>,
    capitals: Vec<u32>,
    /// Bit `b` is set if some character's UTF-8 begins with byte `0xC0 + b`.
    leads: u64,
    hidden: bool,
}

impl Census {
    pub(super) fn take(prose: &str, tokens: &[Token]) -> Self {
        let mut census = Self::default();
        census.sort_out(tokens);
        for (i, chunk) in prose.as_bytes().chunks(CHUNK).enumerate() {
            // Nearly every stretch of English is plain ASCII; this fold compiles to a few vector instructions.
            let odd = chunk.iter().fold(false, |odd, &b| odd | (b >= 0x80) | ((b < 0x20) & (b != b'\n')));
            if odd {
                census.look_at(prose, i * CHUNK..i * CHUNK + chunk.len());
            }
        }
        census
    }

    fn sort_out(&mut self, tokens: &[Token]) {
        self.marks.reserve(tokens.len() / 6 + 8);
        self.capitals.reserve(tokens.len() / 6 + 8);
        for (i, token) in (0..).zip(tokens) {
            if token.is(Flags::MARK) {
                self.marks.push(i);
            } else if token.is(Flags::NUMBER.and(Flags::MIXED)) {
                self.numbers.push(i);
            }
            if token.is(Flags::CAPITAL) {
                self.capitals.push(i);
            }
        }
    }

    fn look_at(&mut self, prose: &str, bytes: std::ops::Range<usize>) {
        for at in bytes {
            let b = prose.as_bytes()[at];
            if b >= 0xC0 {
                self.leads |= 1 << (b - 0xC0);
                // Only these three bytes begin a character that no reader sees.
                self.hidden |= matches!(b, 0xC2 | 0xE2 | 0xEF)
                    && prose[at..].chars().next().is_some_and(|c| is_invisible(c) || c.is_control());
            } else if b < 0x20 {
                self.hidden |= !matches!(b, b'\t' | b'\n' | b'\r');
            }
        }
    }

    /// The tokens that are marks, as indices into [`super::Document::tokens`].
    pub fn marks(&self) -> &[u32] {
        &self.marks
    }

    /// The tokens that are numbers, or words with a digit.
    pub fn numbers(&self) -> impl Iterator<Item = usize> + '_ {
        self.numbers.iter().map(|&i| i as usize)
    }

    /// The words whose first letter is a capital.
    pub fn capitals(&self) -> impl Iterator<Item = usize> + '_ {
        self.capitals.iter().map(|&i| i as usize)
    }

    /// Whether the prose may have a character of that range, whose ends must be beyond ASCII. Where the answer is
    /// no it is certain.
    pub fn may_have(&self, range: RangeInclusive<char>) -> bool {
        let lead = |c: char| {
            let mut bytes = [0; 4];
            c.encode_utf8(&mut bytes);
            u32::from(bytes[0].max(0xC0) - 0xC0)
        };
        let (first, last) = (lead(*range.start()), lead(*range.end()));
        self.leads >> first & (u64::MAX >> (63 - (last - first))) != 0
    }

    /// Whether the prose has any character beyond ASCII.
    pub fn is_ascii(&self) -> bool {
        self.leads == 0
    }

    /// Whether the prose may have characters that no reader sees, control characters among them.
    pub fn may_hide(&self) -> bool {
        self.hidden
    }
}

const CHUNK: usize = 64;
