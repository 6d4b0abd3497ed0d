//! A set of words that is asked by the key of a token: a few instructions a word, so that a check can pass over an
//! article and stop only where one of its words may stand.

use crate::text::{Token, key};

/// Which keys the words of a list have. A key says no for certain and yes with a doubt; the word is compared then.
pub(super) struct KeySet([u64; 1024]);

impl KeySet {
    /// The set of some lower-case words; made when the program is compiled.
    pub(super) const fn new(words: &[&str]) -> Self {
        let mut bits = [0; 1024];
        let mut i = 0;
        while i < words.len() {
            let key = key(words[i]);
            bits[key as usize / 64] |= 1 << (key % 64);
            i += 1;
        }
        Self(bits)
    }

    /// Whether the token may be one of the words.
    pub(super) fn may_have(&self, token: &Token) -> bool {
        self.0[token.key as usize / 64] >> (token.key % 64) & 1 == 1
    }
}
