//! A closed list of words, made so that asking every token of an article costs next to nothing.

use std::sync::LazyLock;

use crate::document::Document;
use crate::text::{Token, Vocabulary};

/// Words, and a sieve over the keys of tokens that lets hardly any other word through.
pub(super) struct WordSet {
    words: &'static [&'static str],
    sieve: LazyLock<Sieve>,
}

type Sieve = Box<[u64; SIEVE / 64]>;

/// How many places the sieve has: a power of two, many times the length of any list.
const SIEVE: usize = 8192;

/// Makes a set of words in small letters.
macro_rules! word_set {
    ($words:expr) => {
        $crate::checks::word_set::WordSet::new(
            $words,
            std::sync::LazyLock::new(|| $crate::checks::word_set::sieve($words)),
        )
    };
}
pub(super) use word_set;

/// The sieve of some words.
pub(super) fn sieve(words: &[&str]) -> Sieve {
    let mut sieve = Box::new([0; SIEVE / 64]);
    for word in words {
        let place = place(Vocabulary::default().look(word).1);
        sieve[place / 64] |= 1 << (place % 64);
    }
    sieve
}

impl WordSet {
    pub(super) const fn new(words: &'static [&'static str], sieve: LazyLock<Sieve>) -> Self {
        Self { words, sieve }
    }

    /// The sieve, to be fetched once before many tokens are asked.
    pub(super) fn ready(&self) -> Ready<'_> {
        Ready { words: self.words, sieve: &self.sieve }
    }
}

/// A set that is ready to be asked.
pub(super) struct Ready<'w> {
    words: &'w [&'static str],
    sieve: &'w [u64; SIEVE / 64],
}

impl Ready<'_> {
    /// Whether a token may be one of the words; a no is certain.
    pub(super) fn may_have(&self, token: &Token) -> bool {
        let place = place(token.key);
        self.sieve[place / 64] >> (place % 64) & 1 != 0
    }

    /// The word of the set that a token is, in any case.
    pub(super) fn get(&self, document: &Document<'_>, token: &Token) -> Option<&'static str> {
        let text = document.slice(token.span);
        self.words.iter().copied().find(|w| w.eq_ignore_ascii_case(text))
    }
}

fn place(key: u16) -> usize {
    key as usize % SIEVE
}
